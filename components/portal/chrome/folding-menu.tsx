"use client";

import { useRef, type ComponentProps, type ReactNode } from "react";

/**
 * A native `<details>` for menus: without script it folds and unfolds; with it, it also folds when one
 * of its links is followed, when Escape is pressed, and when the focus or a press goes elsewhere.
 */
export function FoldingMenu({
  summary,
  summaryClass,
  children,
  ...rest
}: ComponentProps<"details"> & { summary: ReactNode; summaryClass: string }) {
  const details = useRef<HTMLDetailsElement>(null);
  function fold() {
    details.current?.removeAttribute("open");
  }
  return (
    <details
      {...rest}
      ref={details}
      onClick={(event) => {
        if ((event.target as Element).closest("a")) fold();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !details.current?.open) return;
        fold();
        details.current.querySelector("summary")?.focus();
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) fold();
      }}
    >
      <summary className={summaryClass}>{summary}</summary>
      {children}
    </details>
  );
}
