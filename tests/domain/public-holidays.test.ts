import joursFeries from "@socialgouv/jours-feries";
import { kindOfDay } from "@/lib/domain/calendar";
import { day, eachDay, type Day } from "@/lib/domain/day";
import { publicHolidayName, type Territory } from "@/lib/domain/public-holidays";
import { dayByDate } from "../support/arbitraries/days";
import { zoneCCalendar } from "../support/school-calendar";

/** The library gives local midnights, off by an hour across a clock change: read at noon. */
function civilDay(date: Date): string {
  const noon = new Date(date.getTime() + 12 * 3_600_000);
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${noon.getFullYear()}-${pad(noon.getMonth() + 1)}-${pad(noon.getDate())}`;
}

function holidaysOf(year: number): Day[] {
  const period = { from: day(`${year}-01-01`), to: day(`${year}-12-31`) };
  return eachDay(period).filter((d) => publicHolidayName(d) !== null);
}

function dayAfterEaster(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayByDate(year, Math.floor(n / 31), (n % 31) + 2);
}

describe("public holidays", () => {
  it("are those of the State's own library, from 2000 to 2100, and no other day", () => {
    for (let year = 2000; year <= 2100; year += 1) {
      const theirs = [...new Set(Object.values(joursFeries(year)).map(civilDay))].sort();
      const ours = holidaysOf(year);
      if (ours.join() !== theirs.join()) throw new Error(`${year}: ${ours} against ${theirs}`);
    }
  });

  // The library loses Easter of 2106; Meeus' algorithm, another one than ours, covers every year.
  it("follow Easter as Meeus computes it, from 1900 to 2199", () => {
    for (let year = 1900; year <= 2199; year += 1) {
      const monday = holidaysOf(year).find((d) => publicHolidayName(d) === "Lundi de Pâques");
      if (monday !== dayAfterEaster(year)) throw new Error(`${year}: ${monday}`);
    }
  });

  it.each([
    ["2026-01-01", "Jour de l’An"],
    ["2026-04-06", "Lundi de Pâques"],
    ["2026-05-01", "Fête du Travail"],
    ["2026-05-08", "Victoire 1945"],
    ["2026-05-14", "Ascension"],
    ["2026-05-25", "Lundi de Pentecôte"],
    ["2026-07-14", "Fête nationale"],
    ["2026-08-15", "Assomption"],
    ["2026-11-01", "Toussaint"],
    ["2026-11-11", "Armistice 1918"],
    ["2026-12-25", "Noël"],
    ["2026-04-05", null],
    ["2026-04-07", null],
    ["2026-05-13", null],
    ["2026-11-10", null],
    ["2026-12-26", null],
    ["2008-05-01", "Fête du Travail"],
    ["2038-04-26", "Lundi de Pâques"],
    ["2008-03-24", "Lundi de Pâques"],
  ])("%s: %s", (d, name) => {
    expect(publicHolidayName(day(d))).toBe(name);
  });

  it.each<[Territory, string[]]>([
    ["alsaceMoselle", ["2027-03-26 Vendredi saint", "2027-12-26 Saint-Étienne"]],
    ["guadeloupe", ["2027-05-27 Abolition de l’esclavage"]],
    ["guyane", ["2027-06-10 Abolition de l’esclavage"]],
    ["martinique", ["2027-05-22 Abolition de l’esclavage"]],
    ["mayotte", ["2027-04-27 Abolition de l’esclavage"]],
    ["reunion", ["2027-12-20 Abolition de l’esclavage"]],
    ["saintBarthelemy", ["2027-10-09 Abolition de l’esclavage"]],
    ["saintMartin", ["2027-05-28 Abolition de l’esclavage"]],
  ])("are the eleven and those of the territory: %s", (territory, expected) => {
    const local = eachDay({ from: day("2027-01-01"), to: day("2027-12-31") }).filter(
      (d) => publicHolidayName(d, territory) !== publicHolidayName(d),
    );
    expect(local.map((d) => `${d} ${publicHolidayName(d, territory)}`)).toEqual(expected);
    const calendar = { ...zoneCCalendar, localHolidays: territory };
    expect(local.map((d) => kindOfDay(d, calendar).kind)).toEqual(local.map(() => "publicHoliday"));
    expect(local.map((d) => kindOfDay(d, zoneCCalendar).kind)).not.toContain("publicHoliday");
  });
});
