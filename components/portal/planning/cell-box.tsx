import type { CellView } from "@/lib/domain/booking/cell";
import type { Day } from "@/lib/domain/day";
import type { Cents } from "@/lib/domain/money";
import { cellKind } from "./cell-look";
import css from "./cell.module.css";
import type { PlanningRow } from "./rows";
import { cellOf } from "./rows";
import type { PlanningAction } from "./state";
import { cellDetail, cellName, lockSentence } from "./words";

export type Dispatch = (action: PlanningAction) => void;

/** The native checkbox of a cell, named in full. One that is locked can be reached, and says why. */
export function CellBox({
  row,
  day,
  view,
  amount,
  dispatch,
  roving = false,
}: {
  row: PlanningRow;
  day: Day;
  view: CellView;
  amount: Cents | null;
  dispatch: Dispatch;
  /** In a wide table the arrow keys move, and Tab leaves it. */
  roving?: boolean;
}) {
  const kind = cellKind(view);
  const cell = cellOf(row, day);
  // An attribute of ARIA 1.3: until when, after the name, without a thousand hidden elements.
  const described = { "aria-description": cellDetail(view) ?? undefined };
  return (
    <input
      type="checkbox"
      className={css.box}
      // The browser would restore ticks by position, on other days than theirs.
      autoComplete="off"
      checked={view.wanted}
      aria-label={cellName(row, day, view, amount)}
      {...described}
      aria-disabled={kind === "told" || undefined}
      tabIndex={roving ? -1 : undefined}
      onChange={(event) =>
        dispatch(
          kind === "told"
            ? { type: "say", text: lockSentence(row, view) }
            : kind === "ask"
              ? { type: "open", dialog: { kind: "late", cell } }
              : { type: "tick", cell, want: event.target.checked },
        )
      }
    />
  );
}

/** Drawing and word of the state, for the eye: the checkbox carries them in its name. */
export function CellWord({ word }: { word: string }) {
  return (
    <span className={css.word} aria-hidden="true" translate="no">
      <span className={css.mark} />
      <span>{word}</span>
    </span>
  );
}
