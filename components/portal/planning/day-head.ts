import { cellView, type CellView } from "@/lib/domain/booking/cell";
import type { BookingContext } from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import type { Day } from "@/lib/domain/day";
import { cellOf, type PlanningRow } from "./rows";
import { shortDetail } from "./words";

export interface DayHead {
  /** The small line that most cells of the day share: "jusqu’au jeu. 26 nov., 23 h 59". */
  readonly detail: string | null;
  /** The one reason for which the whole day is closed. */
  readonly closed: string | null;
  /** Some row has an open cell. */
  readonly open: boolean;
  readonly empty: boolean;
}

/** What can be said once for all the cells of a day. Limits do not depend on the draft. */
export function dayHead(
  context: BookingContext,
  rows: readonly PlanningRow[],
  day: Day,
  wishes: Wishes = {},
): DayHead {
  const views = rows.flatMap((row) => cellView(context, wishes, cellOf(row, day)) ?? []);
  const closed = views.map(closure);
  const [reason] = closed;
  const allClosed = views.length > 0 && closed.every((one) => one !== null && one === reason);
  return {
    detail: mostFrequent(views.flatMap((view) => shortDetail(view) ?? [])),
    closed: allClosed ? (reason ?? null) : null,
    open: views.some((view) => view.lock?.why !== "closed"),
    empty: views.length === 0,
  };
}

function closure(view: CellView): string | null {
  return view.lock?.why === "closed" && view.base === "free" ? view.lock.reason : null;
}

function mostFrequent(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best: string | null = null;
  for (const [text, count] of counts) if (count > (counts.get(best ?? "") ?? 0)) best = text;
  return best;
}
