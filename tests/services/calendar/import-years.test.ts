// The official file: seen before it is done, for the town's zone, whatever else it holds.
import { readFileSync } from "node:fs";
import { prisma } from "@/lib/db";
import { typedYear } from "@/lib/domain/typed-school-year";
import { importCalendar, previewCalendar } from "@/lib/services/calendar/import-years";
import { readSchoolYearList } from "@/lib/services/calendar/list-years";
import { saveSchoolYears } from "@/lib/services/calendar/school-calendar";
import { theOffice } from "@/tests/services/family-admin/scenario";
import { emptyTables } from "@/tests/support/database";
import { zoneCCalendar } from "@/tests/support/school-calendar";
import { town } from "@/town/town";

const json = readFileSync("tests/domain/fixtures/fr-en-calendrier-scolaire.json", "utf8");
const csv = readFileSync("tests/domain/fixtures/fr-en-calendrier-scolaire.csv", "utf8");
let ctx: Awaited<ReturnType<typeof theOffice>>;
const [, coming] = zoneCCalendar.years;

beforeEach(async () => {
  await emptyTables();
  ctx = await theOffice("2026-11-22T10:00");
});

const look = async (text = json, name = "calendrier.json") => {
  const answer = await previewCalendar(ctx, { name, text });
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
};

const apply = ({ years, shown }: Awaited<ReturnType<typeof look>>) =>
  importCalendar(ctx, {
    years: years.map(({ year }) => typedYear(year)),
    shown,
    agreed: null,
    idempotencyKey: crypto.randomUUID(),
  });

test("a file is seen, then done; what it does not change is said", async () => {
  const preview = await look();
  expect(preview).toMatchObject({ ended: ["2025-2026"], leftOut: [], closes: { days: 0 } });
  expect(preview.years).toEqual([{ year: coming, before: null, isSame: false }]);
  expect([await prisma.schoolYear.count(), await prisma.auditEvent.count()]).toEqual([0, 0]);
  expect(await apply(preview)).toEqual({ ok: true, value: ["2026-2027"] });
  const { calendar } = await readSchoolYearList(ctx.proof);
  expect(calendar.years).toEqual([coming]);
  const again = await look(csv, "Calendrier.CSV");
  expect(again.years).toMatchObject([{ isSame: true }]);
  expect(await apply(again)).toMatchObject({ refusal: "settings-unchanged" });
  expect(await prisma.auditEvent.count()).toBe(1);
});

test("the town's years that changed meanwhile are compared anew", async () => {
  const preview = await look();
  await saveSchoolYears({ accountId: null, now: ctx.now }, zoneCCalendar.years);
  expect(await apply(preview)).toMatchObject({
    refusal: "settings-changed",
    value: { years: [{ isSame: true }] },
  });
});

test("the zone is the town's, and faults of another zone or year block nothing", async () => {
  expect(town.schoolZone).toBe("C");
  const rows = JSON.parse(json) as Record<string, string>[];
  const fault = { start_date: "32 octobre", end_date: "" };
  const elsewhere = [
    { ...rows[0], zones: "Mayotte", ...fault },
    ...rows.map((row) => ({ ...row, annee_scolaire: "2031-2032", ...fault })),
  ];
  const { years, leftOut } = await look(JSON.stringify([...elsewhere, ...rows]));
  expect(years.map(({ year }) => year)).toEqual([coming]);
  expect(leftOut).toMatchObject([{ name: "2031-2032" }]);
  const others = JSON.stringify(rows.map((row) => ({ ...row, zones: "Zone A" })));
  expect(await previewCalendar(ctx, { name: "a.json", text: others })).toMatchObject({
    refusal: "calendar-no-zone",
  });
  expect(await previewCalendar(ctx, { name: "a.json", text: "<html>" })).toMatchObject({
    refusal: "calendar-unreadable",
  });
});

test("a year that crosses one of the town's is left out, with the reason", async () => {
  const [ended] = zoneCCalendar.years;
  if (!ended || !coming) throw new Error("Two years expected");
  await saveSchoolYears({ accountId: null, now: ctx.now }, [{ ...coming, name: "2026" }]);
  const { years, leftOut } = await look();
  expect(years).toEqual([]);
  expect(leftOut).toMatchObject([{ name: "2026-2027", why: expect.stringMatching(/chevauch/) }]);
});
