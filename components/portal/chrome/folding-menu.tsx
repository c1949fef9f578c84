"use client";

import { useEffect, useRef, type ComponentProps, type ReactNode } from "react";

/** Folds the menu when one of its links is followed, on Escape, and when the focus goes elsewhere. */
function foldByItself(details: HTMLDetailsElement): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const fold = () => details.removeAttribute("open");
  details.addEventListener(
    "click",
    (event) => {
      if (event.target instanceof Element && event.target.closest("a")) fold();
    },
    { signal },
  );
  details.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !details.open) return;
      fold();
      details.querySelector("summary")?.focus();
    },
    { signal },
  );
  details.addEventListener(
    "focusout",
    ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !details.contains(relatedTarget)) fold();
    },
    { signal },
  );
  return () => stop.abort();
}

/** A native `<details>` for menus: without script it folds and unfolds all the same. */
export function FoldingMenu({
  summary,
  summaryClass,
  children,
  ...rest
}: ComponentProps<"details"> & { summary: ReactNode; summaryClass: string }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => (details.current ? foldByItself(details.current) : undefined), []);
  return (
    <details {...rest} ref={details}>
      <summary className={summaryClass}>{summary}</summary>
      {children}
    </details>
  );
}
