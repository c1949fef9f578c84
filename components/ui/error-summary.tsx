"use client";

import { useEffect, useRef } from "react";

export interface FieldProblem {
  /** The id of the control, which is its name unless told otherwise. */
  field: string;
  message: string;
}

/**
 * What must be mended, each line leading to its control. It takes the focus each time `errors` is a new
 * list, and the page's title then begins with “Erreur”, which is what a screen reader says first.
 */
export function ErrorSummary({
  errors,
  title = "Il reste à corriger\u00a0:",
}: {
  errors: readonly FieldProblem[];
  title?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;

  useEffect(() => {
    if (!shown) return;
    const before = document.title;
    if (before.startsWith("Erreur")) return;
    document.title = `Erreur\u00a0: ${before}`;
    return () => {
      document.title = before;
    };
  }, [shown]);

  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);

  if (!shown) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="border-danger-line bg-danger-bg text-danger-ink rounded-lg border-2 p-4"
    >
      <h2 className="text-lg">{title}</h2>
      <ul className="mt-2 list-disc pl-5">
        {errors.map((error) => (
          <li key={error.field + error.message}>
            <a
              href={`#${error.field}`}
              className="block py-1 underline underline-offset-4"
              onClick={(event) => {
                const control = document.getElementById(error.field);
                if (!control) return;
                event.preventDefault();
                control.focus();
              }}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
