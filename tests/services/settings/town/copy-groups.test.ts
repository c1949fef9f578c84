import "@/tests/support/midyear-clock";
import "@/tests/support/actors";
import { copyTownGroups } from "@/app/admin/reglages/groupes/actions";
import { dayToDate, prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { planCopy } from "@/lib/services/settings/copy-groups";
import { townAgentProof } from "@/tests/support/actors";
import { schoolYearNamed } from "@/tests/support/booking-drafts";
import { bringRowsBack, keepRows } from "@/tests/support/database";
import { anOffice, key, lastEvent, sentTo } from "./scenario";

let office: Awaited<ReturnType<typeof anOffice>>;
let from: number;
let to: number;

beforeAll(async () => {
  office = await anOffice();
  from = await schoolYearNamed("2026-2027");
  const dates = {
    firstSchoolDay: dayToDate(day("2027-09-01")),
    lastSchoolDay: dayToDate(day("2028-07-04")),
  };
  to = (await prisma.schoolYear.create({ data: { name: "2027-2028", ...dates } })).id;
  await keepRows();
});
beforeEach(bringRowsBack);

const plan = async (year = from) => planCopy(townAgentProof(office.agent), year);
const copy = (shown: string | undefined) =>
  copyTownGroups({ schoolYearId: from, shown, idempotencyKey: key() });

test("every group of a year stands in the next with its openings and limits, as it was shown", async () => {
  const limited = await prisma.group.findFirstOrThrow({
    where: { schoolYearId: from, code: "ETUDES_E_PREVERT" },
    include: { activity: { include: { units: true } } },
  });
  const unitId = limited.activity.units[0]?.id ?? 0;
  await prisma.unitCapacity.create({ data: { groupId: limited.id, unitId, seats: 24 } });
  const shown = await plan();
  const count = shown?.groups.length ?? 0;
  expect(count).toBeGreaterThan(0);
  expect(await sentTo(copy(shown?.stamp))).toBe(
    `/admin/reglages/groupes?annee=${to}&copies=${count}`,
  );
  const group = await prisma.group.findFirstOrThrow({
    where: { schoolYearId: to, code: "ETUDES_E_PREVERT" },
    include: { openings: true, exceptions: true, inscriptions: true },
  });
  expect(group).toMatchObject({
    firstDay: dayToDate(day("2027-09-01")),
    openings: [{ weekdays: [1, 2, 4], firstDay: dayToDate(day("2027-09-07")) }],
    exceptions: [],
    inscriptions: [],
  });
  const limits = await prisma.unitCapacity.findMany({ where: { groupId: group.id } });
  expect(limits).toEqual([{ groupId: group.id, unitId, seats: 24 }]);
  expect(await lastEvent()).toMatchObject({ kind: "groups-copied" });
  // Again: nothing is left to copy, and what was shown is no more.
  expect((await plan())?.groups.every(({ leftOut }) => leftOut === "exists")).toBe(true);
  expect(await copy(shown?.stamp)).toMatchObject({ refusal: "settings-changed" });
  expect(await copy((await plan())?.stamp)).toMatchObject({ refusal: "settings-unchanged" });
});

test("an archived establishment is left out; what changed since it was shown is not copied", async () => {
  const before = await plan();
  const establishment = await prisma.establishment.findFirstOrThrow();
  await prisma.establishment.update({
    where: { id: establishment.id },
    data: { archivedSince: dayToDate(day("2026-11-01")) },
  });
  expect(await copy(before?.stamp)).toMatchObject({ refusal: "settings-changed" });
  expect((await plan())?.groups.some(({ leftOut }) => leftOut === "archived")).toBe(true);
});

test("there is no year after the last, nor after one that does not exist", async () => {
  expect(await plan(to)).toBeNull();
  expect(await plan(999)).toBeNull();
  expect(
    await copyTownGroups({ schoolYearId: to, shown: "0".repeat(64), idempotencyKey: key() }),
  ).toMatchObject({ refusal: "not-found" });
});
