import type { BookingContext } from "@/lib/domain/booking/context";
import { wantCell, type Wishes } from "@/lib/domain/booking/wishes";
import { eachDay, weekdayOf, type Weekday } from "@/lib/domain/day";
import { cellOf, type PlanningRow } from "../rows";

/** One unit, on one weekday, for the whole inscription: what may still change and nothing else. */
export function everyWeekday(
  context: BookingContext,
  wishes: Wishes,
  row: PlanningRow,
  weekday: Weekday,
  want: boolean,
): Wishes {
  return eachDay(row.inscription)
    .filter((day) => weekdayOf(day) === weekday)
    .reduce((now, day) => wantCell(context, now, cellOf(row, day), want).wishes, wishes);
}
