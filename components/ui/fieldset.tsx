import type { ReactNode } from "react";
import { FieldError } from "@/components/ui/field";

/** A group of controls with its question; `name` is its id, to which error summaries link. */
export function Fieldset({
  name,
  legend,
  hint,
  error,
  children,
}: {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
}) {
  const ids = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      aria-describedby={ids || undefined}
      className={`min-w-0 ${error ? "border-danger-line border-l-4 pl-3" : ""}`}
    >
      <legend className="font-semibold">{legend}</legend>
      {hint ? (
        <p id={`${name}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${name}-error`}>{error}</FieldError> : null}
      <div className="mt-1">{children}</div>
    </fieldset>
  );
}
