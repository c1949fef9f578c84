import type { SchoolBreakDates, SchoolYearDates } from "./calendar";
import { daysBetween, parseDay, type Day, type Period } from "./day";
import { formatDay, formatPeriod } from "./day-words";
import { isSameLabel } from "./setting-code";

/** A break as its line of the form says it; a line that is all empty is none. */
export interface TypedBreak {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** A school year as it was typed. */
export interface TypedSchoolYear {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly breaks: readonly TypedBreak[];
}

/** What is wrong, at which field: "from", "breakTo.2". */
export interface YearProblem {
  readonly field: string;
  readonly message: string;
}

export type YearRead =
  | { readonly ok: true; readonly value: SchoolYearDates }
  | { readonly ok: false; readonly problems: readonly YearProblem[] };

/** Longer, a digit of a date is wrong: the longest year of France has ten and a half months. */
const MOST_DAYS = 366;
const NAME = /^\d{4}(-\d{4})?$/;
const NO_DAY = "Donnez une date qui existe, avec le jour, le mois et l’année.";

/** Reads a year beside the `others` of the town. Every fault is told, in the order of the form. */
export function readTypedYear(
  typed: TypedSchoolYear,
  others: readonly SchoolYearDates[],
): YearRead {
  const problems: YearProblem[] = [];
  const say = (field: string, message: string) => void problems.push({ field, message });
  const name = typed.name.trim().replaceAll(/\s*[-–]\s*/g, "-");
  if (!isYearName(name))
    say("name", "Écrivez les deux années qui se suivent, par exemple «\u00a02026-2027\u00a0».");
  else if (others.some((other) => isSameLabel(other.name, name)))
    say("name", `L’année ${name} est déjà dans la liste. Modifiez-la, ou donnez un autre nom.`);
  const from = parseDay(typed.from);
  const to = parseDay(typed.to);
  if (from === null) say("from", NO_DAY);
  if (to === null) say("to", NO_DAY);
  if (from !== null && to !== null)
    for (const problem of periodProblems(from, to, others)) problems.push(problem);
  // A year the wrong way round says nothing of its breaks.
  const year = from !== null && to !== null && to > from ? { from, to } : null;
  const breaks = readBreaks(typed.breaks, year, say);
  return problems.length === 0 && from !== null && to !== null
    ? { ok: true, value: { name, firstSchoolDay: from, lastSchoolDay: to, breaks } }
    : { ok: false, problems };
}

/** A year that a file gives, beside the others: null, or the first sentence of what is wrong with it. */
export function faultBesides(
  year: SchoolYearDates,
  others: readonly SchoolYearDates[],
): string | null {
  const read = readTypedYear(typedYear(year), others);
  return read.ok ? null : (read.problems[0]?.message ?? null);
}

/** A year as its form begins. */
export function typedYear(year: SchoolYearDates): TypedSchoolYear {
  return {
    name: year.name,
    from: year.firstSchoolDay,
    to: year.lastSchoolDay,
    breaks: year.breaks.map(({ name, firstFreeDay: from, lastFreeDay: to }) => ({
      name,
      from,
      to,
    })),
  };
}

/** "2026-2027"; "2026" for the territories whose year is that of the calendar. */
function isYearName(name: string): boolean {
  if (!NAME.test(name)) return false;
  const [first, second] = name.split("-").map(Number);
  return second === undefined || second === (first ?? 0) + 1;
}

function periodProblems(
  from: Day,
  to: Day,
  others: readonly SchoolYearDates[],
): readonly YearProblem[] {
  if (to <= from) return [{ field: "to", message: "Le dernier jour vient après le premier." }];
  if (daysBetween(from, to) > MOST_DAYS)
    return [
      { field: "to", message: "Cette année dure plus de douze mois\u00a0: vérifiez les dates." },
    ];
  const crossed = others.find((one) => one.firstSchoolDay <= to && one.lastSchoolDay >= from);
  if (!crossed) return [];
  const { firstSchoolDay, lastSchoolDay } = crossed;
  const period = formatPeriod({ from: firstSchoolDay, to: lastSchoolDay });
  // At the end that lies in the other year.
  const field = from >= firstSchoolDay && from <= lastSchoolDay ? "from" : "to";
  return [
    {
      field,
      message: `Deux années ne se chevauchent pas\u00a0: l’année ${crossed.name} va déjà ${period}.`,
    },
  ];
}

interface ReadBreak extends SchoolBreakDates {
  readonly line: number;
}

function readBreaks(
  typed: readonly TypedBreak[],
  year: Period | null,
  say: (field: string, message: string) => void,
): SchoolBreakDates[] {
  const read: ReadBreak[] = [];
  typed.forEach((one, line) => {
    const name = one.name.trim();
    if (name === "" && one.from.trim() === "" && one.to.trim() === "") return;
    if (name.length < 3 || name.length > 80)
      say(`breakName.${line}`, "Donnez un nom à ces vacances, de 3 à 80\u00a0caractères.");
    const from = parseDay(one.from);
    const to = parseDay(one.to);
    if (from === null) say(`breakFrom.${line}`, NO_DAY);
    if (to === null) say(`breakTo.${line}`, NO_DAY);
    if (from === null || to === null) return;
    const fault = breakFault({ from, to }, year, read);
    if (fault) say(`${fault.at}.${line}`, fault.message);
    else read.push({ name, firstFreeDay: from, lastFreeDay: to, line });
  });
  return read
    .sort((a, b) => (a.firstFreeDay < b.firstFreeDay ? -1 : 1))
    .map(({ name, firstFreeDay, lastFreeDay }) => ({ name, firstFreeDay, lastFreeDay }));
}

function breakFault(
  { from, to }: Period,
  year: Period | null,
  earlier: readonly ReadBreak[],
): { at: "breakFrom" | "breakTo"; message: string } | null {
  if (to < from)
    return { at: "breakTo", message: "Le dernier jour ne vient pas avant le premier." };
  if (year && from <= year.from)
    return {
      at: "breakFrom",
      message: `Ces vacances commencent après la rentrée du ${formatDay(year.from, "dateMedium")}.`,
    };
  if (year && to > year.to)
    return {
      at: "breakTo",
      message: `Ces vacances finissent avant la fin de l’année, le ${formatDay(year.to, "dateMedium")}. Les vacances d’été viennent après elle, sans les écrire.`,
    };
  const crossed = earlier.find((one) => one.firstFreeDay <= to && one.lastFreeDay >= from);
  return crossed
    ? {
        at: "breakFrom",
        message: `Ces dates chevauchent «\u00a0${crossed.name}\u00a0», ${formatPeriod({ from: crossed.firstFreeDay, to: crossed.lastFreeDay })}.`,
      }
    : null;
}
