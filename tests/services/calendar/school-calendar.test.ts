// The official file, from its text to the rows of the database.
import { readFileSync } from "node:fs";
import { dateToDay, prisma } from "@/lib/db";
import type { SchoolYearDates } from "@/lib/domain/calendar";
import { day, instant } from "@/lib/domain/day";
import { importOpenDataFile, saveSchoolYears } from "@/lib/services/calendar/school-calendar";
import { emptyTables } from "@/tests/support/database";
import { zoneCCalendar } from "@/tests/support/school-calendar";

const fixture = (extension: string) =>
  readFileSync(`tests/domain/fixtures/fr-en-calendrier-scolaire.${extension}`, "utf8");
const json = fixture("json");
const csv = fixture("csv");
const expected = { ok: true, value: { years: zoneCCalendar.years, leftOut: [] } };

describe("the ministry's file", () => {
  it("gives zone C's two years, in JSON and in CSV", () => {
    expect(importOpenDataFile(json, "json", "C")).toEqual(expected);
    expect(importOpenDataFile(csv, "csv", "C")).toEqual(expected);
  });

  it("is read with the API's wrapping, with null for what is empty, with Windows line ends", () => {
    const page = { total_count: 92, results: JSON.parse(json) as unknown };
    expect(importOpenDataFile(JSON.stringify(page), "json", "C")).toEqual(expected);
    const nulls = json.replaceAll(`"population": "-"`, `"population": null`);
    expect(importOpenDataFile(nulls, "json", "C")).toEqual(expected);
    expect(importOpenDataFile(csv.replaceAll("\n", "\r\n"), "csv", "C")).toEqual(expected);
  });

  it.each([
    ["", "json", "unreadable-file"],
    ["[", "json", "unreadable-file"],
    ["[]", "json", "unreadable-file"],
    [`[{"description": "Vacances de Noël"}]`, "json", "unreadable-file"],
    [json, "csv", "unreadable-file"],
    [csv, "json", "unreadable-file"],
    ["", "csv", "unreadable-file"],
    [csv.split("\n")[0] ?? "", "csv", "unreadable-file"],
    [csv.replaceAll(";", ","), "csv", "unreadable-file"],
    [csv.replace("Vacances d'Été;", ""), "csv", "unreadable-file"],
    [json.replaceAll("T22:00", "T25:00").replaceAll("T23:00", "T25:00"), "json", "unreadable-date"],
    [json.replaceAll("Zone C", "Zone D"), "json", "no-row-for-zone"],
  ] as const)("refuses %#", (text, format, refusal) => {
    expect(importOpenDataFile(text, format, "C")).toEqual({ ok: false, refusal });
  });
});

describe("saving school years", () => {
  const ctx = { accountId: null, now: instant("2026-11-22T09:00:00.000Z") };

  async function stored(): Promise<SchoolYearDates[]> {
    const years = await prisma.schoolYear.findMany({
      include: { breaks: { orderBy: { firstFreeDay: "asc" } } },
      orderBy: { name: "asc" },
    });
    return years.map((year) => ({
      name: year.name,
      firstSchoolDay: dateToDay(year.firstSchoolDay),
      lastSchoolDay: dateToDay(year.lastSchoolDay),
      breaks: year.breaks.map((b) => ({
        name: b.name,
        firstFreeDay: dateToDay(b.firstFreeDay),
        lastFreeDay: dateToDay(b.lastFreeDay),
      })),
    }));
  }

  beforeEach(emptyTables);

  it("writes them with one event, and the same again changes nothing", async () => {
    const names = ["2025-2026", "2026-2027"];
    for (const events of [1, 2]) {
      expect(await saveSchoolYears(ctx, zoneCCalendar.years)).toEqual({ ok: true, value: names });
      expect(await stored()).toEqual(zoneCCalendar.years);
      expect(await prisma.auditEvent.count()).toBe(events);
    }
    const event = await prisma.auditEvent.findFirstOrThrow();
    expect([event.kind, event.subject]).toEqual(["schoolCalendarImported", "2025-2026, 2026-2027"]);
  });

  it("corrects one year in place and leaves the other", async () => {
    await saveSchoolYears(ctx, zoneCCalendar.years);
    const before = await prisma.schoolYear.findMany({ orderBy: { name: "asc" } });
    const [first, second] = zoneCCalendar.years;
    if (first === undefined || second === undefined) throw new Error("Two years expected");
    const corrected = {
      ...second,
      lastSchoolDay: day("2027-07-06"),
      breaks: second.breaks.slice(1),
    };
    await saveSchoolYears(ctx, [corrected]);
    expect(await stored()).toEqual([first, corrected]);
    const after = await prisma.schoolYear.findMany({ orderBy: { name: "asc" } });
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it("writes nothing when one of them cannot be written", async () => {
    const [first] = zoneCCalendar.years;
    if (first === undefined) throw new Error("A year expected");
    const reversed = { ...first, name: "2030-2031", lastSchoolDay: day("2020-01-01") };
    await expect(saveSchoolYears(ctx, [first, reversed])).rejects.toThrow();
    expect([await stored(), await prisma.auditEvent.count()]).toEqual([[], 0]);
  });
});
