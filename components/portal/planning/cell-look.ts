import type { CellView } from "@/lib/domain/booking/cell";
import css from "./cell.module.css";
import { mayAsk, mayTap } from "./words";

/**
 * `box`: a checkbox. `told`: a checkbox that says why it stays as it is. `ask`: one that opens the
 * request to the service. `plain`: words only.
 */
export type CellKind = "box" | "told" | "ask" | "plain";

/** Past and closed days ask for nothing; a late one can be reached, for its reason and its address. */
export function cellKind(view: CellView): CellKind {
  if (mayTap(view)) return "box";
  if (mayAsk(view.lock)) return "ask";
  const why = view.lock?.why;
  return why === "past" || why === "closed" || why === "elsewhere" ? "plain" : "told";
}

/** The classes of a cell: state, border and paper. */
export function cellClass(view: CellView, more: string): string {
  const kind = cellKind(view);
  const tap = kind === "box" || kind === "ask" ? css.tappable : "";
  const bar = kind === "ask" ? css.asking : kind === "told" ? css.locked : "";
  return [css.cell, css[view.status], tap, bar, more].join(" ");
}
