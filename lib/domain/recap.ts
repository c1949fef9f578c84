import { daysBetween, mondayOf, weekdayOf, type Day, type Weekday } from "@/lib/domain/day";
import {
  formatDay,
  formatPeriod,
  listInWords,
  plural,
  weekdayName,
  weekdayPlural,
} from "@/lib/domain/day-words";

/** Days that follow a rule, told by its weekdays for each week of a cycle, and what departs from it. */
interface Pattern {
  /** The first is the week of `from`. */
  weeks: Weekday[][];
  from: Day;
  to: Day;
  missing: Day[];
  extra: Day[];
}

const MAX_LISTED = 3;
const MAX_EXCEPTIONS = 5;
const CYCLES = [1, 2, 3, 4];
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const NUMBERS = ["", "une", "deux", "trois", "quatre"];

/**
 * The days of one unit in words, with their number: "tous les mardis et jeudis, du 2 sept. 2025 au
 * 2 juil. 2026 : 70 repas". Up to 5 departures from the rule are named one by one.
 *
 * @param openDays the days of the unit that could have been chosen instead: what is missing among
 * them is what the sentence calls an exception.
 */
export function describeDays(
  days: readonly Day[],
  unit: { nounSingular: string; nounPlural: string },
  openDays: readonly Day[],
): string {
  const sorted = [...new Set(days)].sort();
  const count = plural(sorted.length, unit.nounSingular, unit.nounPlural);
  const pattern = sorted.length > MAX_LISTED ? bestPattern(sorted, openDays) : null;
  const words = pattern ? patternInWords(pattern) : datesInWords(sorted);
  return words === "" ? count : `${words}\u00a0: ${count}`;
}

/** The recap's pages, of 20 dates unless said otherwise. */
export function recapPages(days: readonly Day[], size = 20): Day[][] {
  const pages: Day[][] = [];
  for (let i = 0; i < days.length; i += size) pages.push(days.slice(i, i + size));
  return pages;
}

/** A day with its place in the period: worked out once, read for each cycle. */
interface Placed {
  day: Day;
  /** Weeks since the first week of the period. */
  week: number;
  weekday: Weekday;
  chosen: boolean;
}

/** The shortest cycle that leaves few departures; each further week of a cycle must save some. */
function bestPattern(days: readonly Day[], openDays: readonly Day[]): Pattern | null {
  const placed = placedDays(days, openDays);
  let best: { pattern: Pattern; score: number } | null = null;
  for (const length of CYCLES) {
    if (best && best.score <= 2 * length) break;
    const pattern = patternOf(placed, length);
    if (!pattern || !isFaithful(pattern, days.length)) continue;
    const score = pattern.missing.length + pattern.extra.length + 2 * length;
    if (!best || score < best.score) best = { pattern, score };
  }
  return best?.pattern ?? null;
}

function placedDays(days: readonly Day[], openDays: readonly Day[]): Placed[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const chosen = new Set(days);
  const origin = mondayOf(first);
  return [...new Set([...openDays, ...days])]
    .filter((d) => first <= d && d <= last)
    .sort()
    .map((day) => {
      const since = daysBetween(origin, day);
      const weekday = WEEKDAYS[since % 7] ?? 1;
      return { day, week: Math.floor(since / 7), weekday, chosen: chosen.has(day) };
    });
}

/** A rule with too many exceptions is no rule: then the dates are counted, not described. */
function isFaithful({ missing, extra, weeks, from, to }: Pattern, count: number): boolean {
  const spanned = daysBetween(mondayOf(from), mondayOf(to)) / 7 + 1;
  const departures = missing.length + extra.length;
  return spanned >= 2 * weeks.length && departures <= count / 4 && extra.length <= MAX_EXCEPTIONS;
}

function patternOf(placed: readonly Placed[], length: number): Pattern | null {
  const slotOf = ({ week, weekday }: Placed) => (week % length) * 7 + weekday - 1;
  const balance = new Array<number>(7 * length).fill(0);
  for (const one of placed)
    balance[slotOf(one)] = (balance[slotOf(one)] ?? 0) + (one.chosen ? 1 : -1);
  const isUsual = (slot: number) => (balance[slot] ?? 0) > 0;
  const usual = placed.filter((one) => one.chosen && isUsual(slotOf(one)));
  const from = usual[0]?.day;
  const to = usual.at(-1)?.day;
  if (from === undefined || to === undefined) return null;
  // Told from the week in which the sentence starts: an odd day before it turns nothing round.
  const first = usual[0]?.week ?? 0;
  const isMissing = (one: Placed) => !one.chosen && from <= one.day && one.day <= to;
  return {
    weeks: Array.from({ length }, (_, week) =>
      WEEKDAYS.filter((weekday) => isUsual(((first + week) % length) * 7 + weekday - 1)),
    ),
    from,
    to,
    missing: placed.filter((p) => isMissing(p) && isUsual(slotOf(p))).map(({ day }) => day),
    extra: placed.filter((p) => p.chosen && !isUsual(slotOf(p))).map(({ day }) => day),
  };
}

function patternInWords({ weeks, from, to, missing, extra }: Pattern): string {
  const but = missing.length > 0 ? `, sauf ${exceptionsInWords(missing)}` : "";
  const also = extra.length > 0 ? `, et aussi ${exceptionsInWords(extra)}` : "";
  return `${cycleInWords(weeks)}, ${formatPeriod({ from, to })}${but}${also}`;
}

function exceptionsInWords(days: readonly Day[]): string {
  return days.length > MAX_EXCEPTIONS ? `${days.length} jours` : listInWords(days.map(dated));
}

function cycleInWords(weeks: readonly Weekday[][]): string {
  const rules = weeks.map((week) => `les ${listInWords(week.map(weekdayPlural))}`);
  const [first = "", second = ""] = rules;
  if (weeks.length === 1) return `tous ${first}`;
  const busy = weeks.flatMap((week, i) => (week.length > 0 ? (rules[i] ?? []) : []));
  if (new Set(busy).size === 1) {
    const often = `${NUMBERS[busy.length] ?? ""} ${busy.length > 1 ? "semaines" : "semaine"}`;
    return `${busy[0] ?? ""}, ${often} sur ${NUMBERS[weeks.length] ?? ""}${whichInWords(weeks)}`;
  }
  if (weeks.length === 2) return `une semaine ${first}, l’autre ${second}`;
  const each = weeks.map((week, i) => (week.length > 0 ? rules[i] : "aucun jour"));
  return `par cycle de ${NUMBERS[weeks.length] ?? ""} semaines (${each.join(", puis ")})`;
}

/** " (la 1re et la 3e)": one week in some is the first, several are named. */
function whichInWords(weeks: readonly Weekday[][]): string {
  const ranks = weeks.flatMap((week, i) =>
    week.length > 0 ? [i === 0 ? "la 1re" : `la ${i + 1}e`] : [],
  );
  return ranks.length > 1 ? ` (${listInWords(ranks)})` : "";
}

function datesInWords(days: readonly Day[]): string {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return "";
  if (days.length <= MAX_LISTED) return listInWords(days.map(dated));
  return `${days.length} dates entre ${dated(first)} et ${dated(last)}`;
}

/** "le jeudi 16 oct. 2025". */
function dated(d: Day): string {
  return `le ${weekdayName(weekdayOf(d))} ${formatDay(d, "dateMedium")}`;
}
