// School years by hand: what families may book follows, and reserved days close only where an agent agreed.
import { prisma } from "@/lib/db";
import { day, moment } from "@/lib/domain/day";
import { openingOf } from "@/lib/domain/opening";
import { typedYear } from "@/lib/domain/typed-school-year";
import { readBooking } from "@/lib/services/reservations/read-booking";
import { saveSchoolYearSetting, type SchoolYearToSave } from "@/lib/services/calendar/save-year";
import { readSchoolYearList } from "@/lib/services/calendar/list-years";
import { theOffice } from "@/tests/services/family-admin/scenario";
import { aGridTown, anEater } from "@/tests/services/tariffs/grid-town";
import { aFamily } from "@/tests/support/builders/family";
import { aGroup } from "@/tests/support/builders/group";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";

let ctx: Awaited<ReturnType<typeof theOffice>>;

beforeEach(async () => {
  await emptyTables();
  ctx = await theOffice("2025-10-10T10:00");
});

const typed = {
  name: "2025-2026",
  from: "2025-09-01",
  to: "2026-07-03",
  breaks: [{ name: "Vacances de Noël", from: "2025-12-20", to: "2026-01-04" }],
};

const save = (its: Partial<SchoolYearToSave> = {}) =>
  saveSchoolYearSetting(ctx, {
    year: null,
    typed,
    agreed: null,
    idempotencyKey: crypto.randomUUID(),
    ...its,
  });

async function theYear() {
  const { years } = await readSchoolYearList(ctx.proof);
  const year = years[0];
  if (!year) throw new Error("A year is listed");
  return { ...year, at: { id: year.id, shown: year.stamp } };
}

test("a year by hand is listed, kept in the journal, and its days may be booked", async () => {
  const saved = await save();
  expect(saved.ok).toBe(true);
  const year = await theYear();
  expect(typedYear(year)).toEqual(typed);
  const event = await prisma.auditEvent.findFirstOrThrow();
  expect([event.kind, event.data]).toMatchObject([
    "school-year-added",
    { was: null, now: { name: "2025-2026" } },
  ]);

  const town = await aGridTown();
  const schoolYear = await prisma.schoolYear.findFirstOrThrow();
  const group = await aGroup(prisma, { activity: town.canteen, schoolYear });
  const family = await aFamily(prisma, {
    guardians: [{ firstName: "Ana", email: "ana@exemple.fr" }],
    children: [{ inscriptions: [{ group }] }],
  });
  const at = "2025-10-10T10:00";
  const page = await readBooking(guardianContext(family, at).proof, {
    schoolYearId: null,
    moment: moment(at),
  });
  const [inscription] = page?.context.inscriptions ?? [];
  if (!page || !inscription) throw new Error("The child's inscription may be booked");
  const isOpen = (d: string) =>
    openingOf(
      day(d),
      town.unit("REPAS"),
      inscription.openings,
      inscription.exceptions,
      page.context.calendar,
    );
  expect(isOpen("2025-12-15")).toEqual({ open: true });
  expect(isOpen("2025-12-22")).toMatchObject({ why: "closed", reason: "Vacances de Noël" });
});

test("faults come back with all that was typed, and nothing is written", async () => {
  await save();
  const wrong = { ...typed, name: "2026-2027", from: "2026-07-01", to: "2027-02-30" };
  expect(await save({ typed: wrong })).toMatchObject({
    refusal: "school-year-faulty",
    value: { typed: wrong, problems: [{ field: "to" }] },
  });
  const crossing = { ...typed, name: "2026-2027", from: "2026-07-01", to: "2027-06-30" };
  expect(await save({ typed: { ...crossing, breaks: [] } })).toMatchObject({
    refusal: "school-year-faulty",
    value: { problems: [{ field: "from" }] },
  });
  expect([await prisma.schoolYear.count(), await prisma.auditEvent.count()]).toEqual([1, 1]);
});

test("a change is made on what was read, once", async () => {
  await save();
  const { at } = await theYear();
  expect(await save({ year: at })).toMatchObject({ refusal: "settings-unchanged" });
  expect(await save({ year: { ...at, id: 999_999 } })).toMatchObject({ refusal: "not-found" });
  const longer = { ...typed, to: "2026-07-04" };
  expect(await save({ year: at, typed: longer })).toEqual({ ok: true, value: { id: at.id } });
  expect(await save({ year: at, typed })).toMatchObject({
    refusal: "settings-changed",
    value: { typed },
  });
  const event = await prisma.auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(event.data).toMatchObject({
    was: { lastSchoolDay: "2026-07-03" },
    now: { lastSchoolDay: "2026-07-04" },
  });
});

test("reserved days close only once the agent agreed to just as many", async () => {
  await save();
  const town = await aGridTown();
  await anEater(town, { days: ["2025-10-06", "2025-10-13", "2025-10-14"] });
  await anEater(town, { days: ["2025-10-13"] });
  const { at } = await theYear();
  const holiday = { name: "Pont", from: "2025-10-06", to: "2025-10-14" };
  const change = { year: at, typed: { ...typed, breaks: [holiday, ...typed.breaks] } };
  // What has passed closes no more.
  const closes = { children: 2, days: 2 };
  expect(await save(change)).toMatchObject({ refusal: "school-year-closes", value: { closes } });
  const agreed = { children: 1, days: 2 };
  expect(await save({ ...change, agreed })).toMatchObject({ refusal: "school-year-closes" });
  expect(await save({ ...change, agreed: closes })).toMatchObject({ ok: true });
  expect(await prisma.reservation.count()).toBe(4);
});
