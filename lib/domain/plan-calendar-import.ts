import type { SchoolYearDates } from "./calendar";
import type { YearFault } from "./calendar-import";
import type { Day } from "./day";
import { isSameLabel } from "./setting-code";
import { faultBesides } from "./typed-school-year";

/** A year of the file beside the town's own: new, changed, or the same. */
export interface PlannedYear {
  readonly year: SchoolYearDates;
  /** As the town has it; null where it has not. */
  readonly before: SchoolYearDates | null;
  readonly isSame: boolean;
}

export interface CalendarPlan {
  readonly years: readonly PlannedYear[];
  /** Years that are not taken, with a sentence that says why. */
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
  /** Names of years that have ended: what has passed is not written anew. */
  readonly ended: readonly string[];
}

const faultSentence: Readonly<Record<YearFault, string>> = {
  "unreadable-date": "Une de ses dates ne se lit pas.",
  "inconsistent-dates": "Ses dates se contredisent.",
  "academies-disagree": "Les académies de la zone n’y ont pas les mêmes dates.",
};

/** What a file's years would change of the town's. A fault is that year's alone. */
export function planCalendarImport(
  read: {
    readonly years: readonly SchoolYearDates[];
    readonly leftOut: readonly { readonly name: string; readonly why: YearFault }[];
  },
  own: readonly SchoolYearDates[],
  today: Day,
): CalendarPlan {
  const leftOut = read.leftOut.map(({ name, why }) => ({ name, why: faultSentence[why] }));
  const ended: string[] = [];
  const years: PlannedYear[] = [];
  let town = own;
  for (const year of read.years) {
    if (year.lastSchoolDay < today) {
      ended.push(year.name);
      continue;
    }
    const others = town.filter(({ name }) => !isSameLabel(name, year.name));
    const fault = faultBesides(year, others);
    if (fault !== null) {
      leftOut.push({ name: year.name, why: fault });
      continue;
    }
    const before = town.find(({ name }) => isSameLabel(name, year.name)) ?? null;
    years.push({ year, before, isSame: before !== null && isSameYear(before, year) });
    town = [...others, year];
  }
  return { years, leftOut, ended };
}

/** The town's years once the plan is done. */
export function yearsAfter(plan: CalendarPlan, own: readonly SchoolYearDates[]): SchoolYearDates[] {
  const names = plan.years.map(({ year }) => year.name);
  return [
    ...own.filter((one) => !names.some((name) => isSameLabel(name, one.name))),
    ...plan.years.map(({ year }) => year),
  ];
}

function isSameYear(one: SchoolYearDates, other: SchoolYearDates): boolean {
  const facts = (year: SchoolYearDates) =>
    [
      year.firstSchoolDay,
      year.lastSchoolDay,
      ...year.breaks.map((b) => `${b.name}|${b.firstFreeDay}|${b.lastFreeDay}`),
    ].join("|");
  return facts(one) === facts(other);
}
