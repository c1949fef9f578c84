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

/** Where more days than the eleven are public holidays. */
export const territories = [
  "none",
  "alsaceMoselle",
  "guadeloupe",
  "guyane",
  "martinique",
  "mayotte",
  "reunion",
  "saintBarthelemy",
  "saintMartin",
] as const;
export type Territory = (typeof territories)[number];

const ABOLITION = "Abolition de l’esclavage";
/**
 * Alsace-Moselle: article L3134-13 of the Code du travail (Good Friday, in the communes with a Protestant
 * church). Overseas: article L3422-2 and decree 83-1003.
 */
const LOCAL: Readonly<Record<Territory, readonly (readonly [string, string])[]>> = {
  none: [],
  alsaceMoselle: [["12-26", "Saint-Étienne"]],
  guadeloupe: [["05-27", ABOLITION]],
  guyane: [["06-10", ABOLITION]],
  martinique: [["05-22", ABOLITION]],
  mayotte: [["04-27", ABOLITION]],
  reunion: [["12-20", ABOLITION]],
  saintBarthelemy: [["10-09", ABOLITION]],
  saintMartin: [["05-28", ABOLITION]],
};
const GOOD_FRIDAY = [-2, "Vendredi saint"] as const;

const holidaysByYear = new Map<string, ReadonlyMap<string, string>>();

/**
 * The name of the public holiday, or null. The eleven days of article L3133-1 of the Code du travail,
 * and those of the territory, for any year of `Day`.
 */
export function publicHolidayName(d: Day, territory: Territory = "none"): string | null {
  const year = yearOf(d);
  const key = `${territory} ${year}`;
  let holidays = holidaysByYear.get(key);
  if (holidays === undefined) {
    holidays = holidaysOf(year, territory);
    holidaysByYear.set(key, holidays);
  }
  return holidays.get(d) ?? null;
}

function holidaysOf(year: number, territory: Territory): ReadonlyMap<string, string> {
  const easter = easterSunday(year);
  const moving = territory === "alsaceMoselle" ? [...AFTER_EASTER, GOOD_FRIDAY] : AFTER_EASTER;
  // The later stands: the nation's name over the territory's, a fixed one over a moving one (Ascension
  // on 1 May 2008).
  return new Map<string, string>([
    ...LOCAL[territory].map(([date, name]) => [`${year}-${date}`, name] as const),
    ...moving.map(([days, name]) => [addDays(easter, days), name] as const),
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
