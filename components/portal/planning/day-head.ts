import { cellView, type CellView } from "@/lib/domain/booking/cell";
import type { BookingContext } from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import type { Day } from "@/lib/domain/day";
import { formatDay, listInWords } from "@/lib/domain/day-words";
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

/**
 * What can be said once for the days of a week: until when they may change, or why they are closed. What holds for
 * most of them comes first, with `days` null ("modifiable jusqu’au jeu. 26 nov., 23 h 59"); the others name theirs.
 */
export function dayNotes(
  heads: readonly (DayHead & { readonly day: Day })[],
): { readonly days: string | null; readonly note: string }[] {
  const notes = new Map<string, Day[]>();
  for (const head of heads) {
    const note = noteOf(head);
    if (note !== null) notes.set(note, [...(notes.get(note) ?? []), head.day]);
  }
  return [...notes]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([note, days]) => ({
      note,
      days: 2 * days.length > heads.length ? null : listInWords(days.map(shortDay)),
    }));
}

function noteOf({ detail, closed }: DayHead): string | null {
  if (closed !== null) return `fermé, ${closed}`;
  if (detail === null) return null;
  return detail.startsWith("depuis") ? `hors délai ${detail}` : `modifiable ${detail}`;
}

// "lun. 30", "mar. 1er": the month stands in the title.
function shortDay(day: Day): string {
  return formatDay(day, "short").split(" ").slice(0, 2).join("\u00a0");
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
