"use client";

import { useEffect, useState, type RefObject } from "react";

/** What the cell under the pointer or the focus says in full, where columns are too narrow to say it. */
export function useCellDetail(table: RefObject<HTMLTableElement | null>, active: boolean): string {
  const [detail, setDetail] = useState("");
  useEffect(() => {
    const here = table.current;
    if (!active || !here) return;
    const show = (event: Event) => setDetail(detailAt(event.target));
    here.addEventListener("focusin", show);
    here.addEventListener("pointerover", show);
    return () => {
      here.removeEventListener("focusin", show);
      here.removeEventListener("pointerover", show);
    };
  }, [table, active]);
  return detail;
}

function detailAt(target: EventTarget | null): string {
  const cell = target instanceof Element ? target.closest("td") : null;
  const box = cell?.querySelector("input");
  if (box) {
    return [box.ariaLabel, box.getAttribute("aria-description")].filter(Boolean).join(". ");
  }
  return cell?.querySelector("[data-name]")?.getAttribute("data-name") ?? "";
}
