"use client";

import { useCallback, useEffect, useRef, type KeyboardEvent } from "react";

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
export function useGridKeys(roving: boolean) {
  const table = useRef<HTMLTableElement>(null);

  useEffect(() => {
    if (!roving || !table.current || table.current.querySelector("tbody input[tabindex='0']"))
      return;
    const first = table.current.querySelector("tbody input");
    if (first instanceof HTMLInputElement) first.tabIndex = 0;
  });

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLTableElement>) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || event.altKey || event.ctrlKey || event.metaKey)
        return;
      const next = nextBox(box, event.key);
      if (!next) return;
      event.preventDefault();
      if (roving) {
        box.tabIndex = -1;
        next.tabIndex = 0;
      }
      next.focus();
      next.closest("td")?.scrollIntoView({ block: "nearest", inline: "center" });
    },
    [roving],
  );

  return { table, onKeyDown };
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
