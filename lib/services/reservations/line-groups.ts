import "server-only";
import type { Calendar } from "@/lib/domain/calendar";
import { day, eachDay, type Day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import { openingOf, type OpeningException, type OpeningRule } from "@/lib/domain/opening";
import { describeDays } from "@/lib/domain/recap";
import type { LineChange, LineState } from "@/lib/domain/service-request";
import type { Cost } from "@/lib/domain/tariff/cost";
import { openingsOf, type OpeningRows } from "./group-openings";

/** A line as it is stored, with its unit's words. */
export interface LineRow {
  unitId: number;
  unitLabel: string;
  nounSingular: string;
  nounPlural: string;
  day: string;
  change: LineChange;
  state: LineState;
  /** What the change was announced to cost, in cents; null without a price. */
  amount: number | null;
  /** It was accepted, and a later change made it untrue: the added day is gone, the removed one is back. */
  undone: boolean;
}

/** Days of one unit that were asked alike and answered alike, in words and one by one. */
export interface LineGroup {
  readonly change: LineChange;
  readonly state: LineState;
  readonly unitId: number;
  readonly unitLabel: string;
  readonly nounSingular: string;
  readonly nounPlural: string;
  /** "tous les mercredis, du 2 déc. 2026 au 30 juin 2027 : 25 journées" */
  readonly sentence: string;
  readonly days: readonly Day[];
  /** Additions that wait for days on which the group is closed by now. */
  readonly closed: readonly Day[];
  /** Those that a later change made untrue: added and gone since, or removed and booked again. */
  readonly undone: readonly Day[];
  /** As it was announced when it was sent; negative where it gives back. */
  readonly cost: Cost;
}

/** Lines in order of change, unit and day become groups, those that wait first within a unit. */
export function groupLines(
  lines: readonly LineRow[],
  group: OpeningRows,
  calendar: Calendar,
): LineGroup[] {
  const { openings, exceptions } = openingsOf(group);
  const alike = new Map<string, LineRow[]>();
  for (const line of lines) {
    const key = `${line.change} ${line.unitId} ${line.state}`;
    alike.set(key, [...(alike.get(key) ?? []), line]);
  }
  return [...alike.values()].flatMap((its) => groupOf(its, openings, exceptions, calendar));
}

function groupOf(
  lines: readonly LineRow[],
  rules: readonly OpeningRule[],
  exceptions: readonly OpeningException[],
  calendar: Calendar,
): LineGroup[] {
  const [first] = lines;
  if (!first) return [];
  const { change, state, unitId, unitLabel, nounSingular, nounPlural } = first;
  const days = lines.map((line) => day(line.day)).sort();
  const open = eachDay({ from: days[0] ?? day(first.day), to: days.at(-1) ?? day(first.day) });
  const openDays = open.filter((d) => openingOf(d, unitId, rules, exceptions, calendar).open);
  const sentence = describeDays(days, { nounSingular, nounPlural }, openDays);
  const cost = announcedCost(lines.map(({ amount }) => amount));
  const waits = change === "add" && state === "pending";
  const closed = waits ? days.filter((d) => !openDays.includes(d)) : [];
  const undone = lines.filter((line) => line.undone).map((line) => day(line.day));
  return [
    {
      change,
      state,
      unitId,
      unitLabel,
      nounSingular,
      nounPlural,
      sentence,
      days,
      closed,
      undone,
      cost,
    },
  ];
}

function announcedCost(amounts: readonly (number | null)[]): Cost {
  return {
    amount: cents(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)),
    unpriced: amounts.filter((amount) => amount === null).length,
  };
}
