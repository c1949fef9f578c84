import { cellView, type CellView } from "@/lib/domain/booking/cell";
import type { BookingContext, CellRef } from "@/lib/domain/booking/context";
import { bookingIndex } from "@/lib/domain/booking/rules";
import { comes } from "@/lib/domain/booking/standing";
import type { Wishes } from "@/lib/domain/booking/wishes";
import {
  eachDay,
  lastOfMonth,
  maxDay,
  minDay,
  mondayOf,
  type Day,
  type Period,
} from "@/lib/domain/day";
import { cellOf, type ChildRows, type PlanningRow } from "./rows";
import { monthsOf } from "./span";

/** What a child's day says at the size of a dot. What the draft changes comes before what is held. */
export type Mark = "added" | "removed" | "changed" | "pending" | "held" | "nothing";

export interface YearDay {
  readonly day: Day;
  /** One a child, in the order of the groups; null where nothing of the child's can be booked that day. */
  readonly marks: readonly (Mark | null)[];
  /** Nothing can be booked by anyone: why; null on other days. */
  readonly closed: string | null;
}

/** Some days of one week within one month, or a strip of days on which everything is closed for one reason. */
export type YearLine =
  | { readonly kind: "week"; readonly monday: Day; readonly days: readonly YearDay[] }
  | { readonly kind: "closed"; readonly from: Day; readonly to: Day; readonly reason: string };

export interface YearMonth {
  readonly month: Period;
  readonly lines: readonly YearLine[];
}

/**
 * The months of a period with one line a week: each day's mark a child. Consecutive weeks that are wholly
 * closed for the same reason (a break) are one strip. Days before and after the period are left out, and
 * so are months in which nothing ever opens.
 */
export function yearMonths(
  context: BookingContext,
  wishes: Wishes,
  groups: readonly ChildRows[],
  days: readonly Day[],
): YearMonth[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const seen = new Map(days.map((day) => [day, yearDay(context, wishes, groups, day)]));
  const breaks = closedWeeks([...seen.values()]);
  return monthsOf({ from: first, to: last }).flatMap((start) => {
    const month = { from: maxDay(start, first), to: minDay(lastOfMonth(start), last) };
    const weeks = new Map<Day, YearDay[]>();
    for (const day of eachDay(month)) {
      const one = seen.get(day);
      if (one) weeks.set(mondayOf(day), [...(weeks.get(mondayOf(day)) ?? []), one]);
    }
    const lines = [...weeks].reduce<YearLine[]>(
      (before, [monday, its]) => withWeek(before, monday, its, breaks.get(monday) ?? null),
      [],
    );
    return lines.length === 0 ? [] : [{ month, lines }];
  });
}

/** Why a whole week is closed, by its Monday: what most of its days say ("Vacances de Noël", not "Noël"). */
function closedWeeks(days: readonly YearDay[]): ReadonlyMap<Day, string | null> {
  const reasons = new Map<Day, (string | null)[]>();
  for (const { day, marks, closed } of days) {
    // Days on which nothing ever opens (a Wednesday without leisure centre) do not open a week.
    if (closed === null && marks.every((mark) => mark === null)) continue;
    reasons.set(mondayOf(day), [...(reasons.get(mondayOf(day)) ?? []), closed]);
  }
  return new Map(
    [...reasons].map(([monday, its]) => [monday, its.includes(null) ? null : mostFrequent(its)]),
  );
}

function mostFrequent(reasons: readonly (string | null)[]): string | null {
  const count = (reason: string | null) => reasons.filter((other) => other === reason).length;
  return [...reasons].sort((a, b) => count(b) - count(a))[0] ?? null;
}

function withWeek(
  lines: YearLine[],
  monday: Day,
  days: readonly YearDay[],
  reason: string | null,
): YearLine[] {
  const told = days.filter(
    ({ marks, closed }) => closed !== null || marks.some((mark) => mark !== null),
  );
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return lines;
  if (reason === null) return [...lines, { kind: "week", monday, days }];
  const before = lines.at(-1);
  return before?.kind === "closed" && before.reason === reason
    ? [...lines.slice(0, -1), { ...before, to: last.day }]
    : [...lines, { kind: "closed", from: first.day, to: last.day, reason }];
}

function yearDay(
  context: BookingContext,
  wishes: Wishes,
  groups: readonly ChildRows[],
  day: Day,
): YearDay {
  const views = groups.map(({ rows }) => viewsOn(context, wishes, rows, day));
  const all = views.flat();
  const closures = all.map(({ cell, view }) =>
    comes(view.base) ? null : closureOf(context, cell),
  );
  const [reason] = closures;
  const closed = all.length > 0 && closures.every((one) => one !== null) ? (reason ?? null) : null;
  return {
    day,
    marks: views.map((of) =>
      of.length === 0 || closed !== null ? null : markOf(of.map(({ view }) => view)),
    ),
    closed,
  };
}

interface SeenCell {
  readonly cell: CellRef;
  readonly view: CellView;
}

function viewsOn(
  context: BookingContext,
  wishes: Wishes,
  rows: readonly PlanningRow[],
  day: Day,
): SeenCell[] {
  return rows.flatMap((row) => {
    const cell = cellOf(row, day);
    const view = cellView(context, wishes, cell);
    return view ? [{ cell, view }] : [];
  });
}

// A day that is over was closed too: the calendar says it, not the lock.
function closureOf(context: BookingContext, cell: CellRef): string | null {
  const unit = bookingIndex(context).get(cell.inscriptionId)?.units.get(cell.unitId);
  const opening = unit?.openingOn(cell.day);
  return opening && !opening.open && opening.why === "closed" ? opening.reason : null;
}

function markOf(views: readonly CellView[]): Mark {
  const statuses = new Set(views.map(({ status }) => status));
  if (statuses.has("added")) return statuses.has("removed") ? "changed" : "added";
  if (statuses.has("removed")) return "removed";
  if (statuses.has("pending") || statuses.has("removalPending")) return "pending";
  return views.some(({ base }) => base !== "free") ? "held" : "nothing";
}

/** Days of a week by mark, for a name that is read aloud: "2 jours réservés, 1 ajouté". */
export function weekInWords(days: readonly YearDay[], child: number): string {
  const parts = (Object.keys(words) as (keyof typeof words)[]).flatMap((mark) => {
    const n = days.filter(({ marks }) => marks[child] === mark).length;
    return n === 0 ? [] : [`${n}\u00a0${words[mark][n > 1 ? 1 : 0]}`];
  });
  return parts.length === 0 ? "rien de réservé" : parts.join(", ");
}

const words: Record<Exclude<Mark, "nothing">, readonly [string, string]> = {
  held: ["jour réservé", "jours réservés"],
  pending: ["jour en attente", "jours en attente"],
  added: ["jour ajouté", "jours ajoutés"],
  removed: ["jour retiré", "jours retirés"],
  changed: ["jour modifié", "jours modifiés"],
};
