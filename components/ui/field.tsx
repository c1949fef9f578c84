import type { ComponentProps, ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

export interface FieldFrame {
  /** Also the id of the control, unless `id` is given: error summaries link to it. */
  name: string;
  id?: string | undefined;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Most fields are required: the others say so. */
  optional?: boolean;
}

/** The ids that tie a control to its hint and its error. */
function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** The sentence of what is wrong, with its icon. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-danger-ink mt-1.5 flex gap-1.5 font-semibold">
      <Icon name="danger" className="mt-[0.15em] size-[1.25em]" />
      <span>
        <span className="sr-only">{"Erreur\u00a0: "}</span>
        {children}
      </span>
    </p>
  );
}

function Frame({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: Omit<FieldFrame, "name" | "id"> & { id: string; children: ReactNode }) {
  return (
    <div className={error ? "border-danger-line border-l-4 pl-3" : ""}>
      <label htmlFor={id} className="block font-semibold">
        {label}
        {optional ? <span className="text-muted font-normal"> (facultatif)</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      ) : null}
      <div className="mt-1.5">{children}</div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
}

/** What a control receives from its frame. */
function wiring({ name, id = name, hint, error, optional = false }: FieldFrame) {
  return {
    id,
    name,
    required: !optional,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": describedBy(id, hint, error),
  };
}

type Control<E extends "input" | "textarea" | "select"> = FieldFrame &
  Omit<ComponentProps<E>, keyof FieldFrame>;

/** One line of text: `type` may be email, password, tel, search, number… */
export function TextField({
  label,
  hint,
  error,
  optional = false,
  name,
  id,
  className = "",
  ...rest
}: Control<"input">) {
  const frame = { name, id: id ?? name, label, hint, error, optional };
  return (
    <Frame {...frame}>
      <input type="text" {...rest} {...wiring(frame)} className={`control ${className}`} />
    </Frame>
  );
}

/** A civil date, by the browser's own picker. Value, `min` and `max`: YYYY-MM-DD. */
export function DateField(props: Omit<Control<"input">, "type">) {
  return <TextField {...props} type="date" className="max-w-56" />;
}

export function TextAreaField({
  label,
  hint,
  error,
  optional = false,
  name,
  id,
  className = "",
  ...rest
}: Control<"textarea">) {
  const frame = { name, id: id ?? name, label, hint, error, optional };
  return (
    <Frame {...frame}>
      <textarea rows={4} {...rest} {...wiring(frame)} className={`control ${className}`} />
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  error,
  optional = false,
  name,
  id,
  className = "",
  children,
  ...rest
}: Control<"select">) {
  const frame = { name, id: id ?? name, label, hint, error, optional };
  return (
    <Frame {...frame}>
      <select {...rest} {...wiring(frame)} className={`control pr-9 ${className}`}>
        {children}
      </select>
    </Frame>
  );
}
