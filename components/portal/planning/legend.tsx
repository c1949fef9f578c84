import { useMemo } from "react";
import { cellView, type CellStatus } from "@/lib/domain/booking/cell";
import type { BookingContext } from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import type { Day } from "@/lib/domain/day";
import css from "./cell.module.css";
import { cellOf, type PlanningRow } from "./rows";
import { mayAsk, statusMeaning, statusWord } from "./words";

export interface InView {
  readonly statuses: readonly CellStatus[];
  /** Rows with a cell in view that it is too late to change, but by writing to the service. */
  readonly lateRows: readonly PlanningRow[];
  /** Some cell in view is late, and the service may be asked from there. */
  readonly mayAsk: boolean;
}

/** The states of what is on screen. */
export function useInView(
  context: BookingContext,
  wishes: Wishes,
  rows: readonly PlanningRow[],
  days: readonly Day[],
): InView {
  return useMemo(() => {
    const statuses = new Set<CellStatus>();
    const lateRows = new Set<PlanningRow>();
    let asking = false;
    for (const row of rows) {
      for (const day of days) {
        const view = cellView(context, wishes, cellOf(row, day));
        if (!view) continue;
        statuses.add(view.status);
        if (mayAsk(view.lock)) asking = true;
        else if (view.lock?.why === "late" && view.lock.asking?.why === "notOffered")
          lateRows.add(row);
      }
    }
    const order = Object.keys(statusWord) as CellStatus[];
    const shown = order.filter((status) => statuses.has(status));
    return { statuses: shown, lateRows: [...lateRows], mayAsk: asking };
  }, [context, wishes, rows, days]);
}

/** Only the states that are on screen. */
export function Legend({ statuses }: { statuses: readonly CellStatus[] }) {
  return (
    <section className="mt-3">
      <h2 className="sr-only">Légende</h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-1.5">
        {statuses.map((status) => (
          <li key={status} className="flex items-center gap-1.5 text-sm">
            <span className={`${css.cell} ${css[status]} ${css.sample}`} aria-hidden="true">
              <span className={css.mark} />
            </span>
            <span>
              <strong className="font-semibold">{statusWord[status]}</strong>
              <span className="max-md:sr-only">{`\u00a0: ${statusMeaning[status]}`}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
