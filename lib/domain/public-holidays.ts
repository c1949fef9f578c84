import { addDays, day, weekdayOf, yearOf, type Day } from "./day";

const FIXED: readonly (readonly [string, string])[] = [
  ["01-01", "Jour de l’An"],
  ["05-01", "Fête du Travail"],
  ["05-08", "Victoire 1945"],
  ["07-14", "Fête nationale"],
  ["08-15", "Assomption"],
  ["11-01", "Toussaint"],
  ["11-11", "Armistice 1918"],
  ["12-25", "Noël"],
];
const AFTER_EASTER: readonly (readonly [number, string])[] = [
  [1, "Lundi de Pâques"],
  [39, "Ascension"],
  [50, "Lundi de Pentecôte"],
];

const holidaysByYear = new Map<number, ReadonlyMap<string, string>>();

/**
 * The name of the public holiday, or null. The eleven days of article L3133-1 of the Code du travail
 * (mainland France, without the two more of Alsace-Moselle), for any year of `Day`.
 */
export function publicHolidayName(d: Day): string | null {
  const year = yearOf(d);
  let holidays = holidaysByYear.get(year);
  if (holidays === undefined) {
    holidays = holidaysOf(year);
    holidaysByYear.set(year, holidays);
  }
  return holidays.get(d) ?? null;
}

function holidaysOf(year: number): ReadonlyMap<string, string> {
  const easter = easterSunday(year);
  // Moving days first: where two fall on one date (Ascension on 1 May 2008), the fixed name stands.
  return new Map<string, string>([
    ...AFTER_EASTER.map(([days, name]) => [addDays(easter, days), name] as const),
    ...FIXED.map(([date, name]) => [`${year}-${date}`, name] as const),
  ]);
}

/** Gregorian computus: the Sunday after the ecclesiastical full moon of spring. */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moonShift = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (moonShift + 19 * golden + 15) % 30;
  // Two exceptions of the tables keep the full moon on or before 18 April.
  const early = epact === 29 || (epact === 28 && golden > 10) ? 1 : 0;
  const fullMoon = addDays(day(`${year}-03-21`), epact - early);
  return addDays(fullMoon, 7 - (weekdayOf(fullMoon) % 7));
}
