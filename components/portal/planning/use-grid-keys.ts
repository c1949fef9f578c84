"use client";

import { useEffect, type RefObject } from "react";

const moves: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Arrow keys between the checkboxes of a table; Home and End within a line. With `roving` (month, whole
 * period) the boxes of a table are one stop of Tab, so that nobody tabs through a thousand of them. The
 * tab stop is moved in the document and not in React, which would draw the lines again.
 */
export function useGridKeys(table: RefObject<HTMLTableElement | null>, roving: boolean): void {
  // After each drawing: the box that was the stop may have gone.
  useEffect(() => {
    const here = table.current;
    if (!roving || !here || here.querySelector("tbody input[tabindex='0']")) return;
    const first = here.querySelector("tbody input");
    if (first instanceof HTMLInputElement) first.tabIndex = 0;
  });

  useEffect(() => {
    const here = table.current;
    const move = (event: KeyboardEvent) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || event.altKey || event.ctrlKey || event.metaKey)
        return;
      const next = nextBox(box, event.key);
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.closest("td")?.scrollIntoView({ block: "nearest", inline: "center" });
    };
    // A box reached by the pointer becomes the stop too.
    const stop = (event: FocusEvent) => {
      if (!roving || !(event.target instanceof HTMLInputElement)) return;
      for (const box of here?.querySelectorAll<HTMLInputElement>("tbody input[tabindex='0']") ??
        []) {
        box.tabIndex = -1;
      }
      event.target.tabIndex = 0;
    };
    here?.addEventListener("keydown", move);
    here?.addEventListener("focusin", stop);
    return () => {
      here?.removeEventListener("keydown", move);
      here?.removeEventListener("focusin", stop);
    };
  });
}

function nextBox(box: HTMLInputElement, key: string): HTMLInputElement | null {
  const cell = box.closest("td");
  const row = cell?.closest("tr");
  const rows = row?.closest("tbody")?.rows;
  if (!cell || !row || !rows) return null;
  if (key === "Home" || key === "End") {
    return [...row.querySelectorAll("input")].at(key === "Home" ? 0 : -1) ?? null;
  }
  const [down, right] = moves[key] ?? [0, 0];
  if (down === 0 && right === 0) return null;
  let r = row.sectionRowIndex + down;
  let c = cell.cellIndex + right;
  while (rows[r]?.cells[c]) {
    const found = rows[r]?.cells[c]?.querySelector("input");
    if (found) return found;
    r += down;
    c += right;
  }
  return null;
}
