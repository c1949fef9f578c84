import { prisma } from "@/lib/db";
import { planFor } from "@/lib/domain/authorization-plan";
import type { AgentScope } from "@/lib/domain/access";
import { day, instant, type Day } from "@/lib/domain/day";
import { readDayList } from "@/lib/services/attendance/day-list";
import { readDayOverview } from "@/lib/services/attendance/day-overview";
import { readDayListHealth } from "@/lib/services/attendance/day-list-health";
import { writeHealth } from "@/lib/services/family-file/sealed-health";
import { fileAuthorizations } from "@/lib/services/authorizations/file-authorizations";
import { readFamilyAuthorizations } from "@/lib/services/authorizations/read-authorizations";
import { agentProof } from "@/tests/support/actors";
import { theTests, type Manon } from "@/tests/support/authorizations";
import { anAccount } from "@/tests/support/builders/account";
import { anActivity, unitOf, type BuiltActivity } from "@/tests/support/builders/activity";
import { aGroup } from "@/tests/support/builders/group";
import { someReservations } from "@/tests/support/builders/reservation";
import { aSchoolYear } from "@/tests/support/builders/school-year";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";

const tuesday = day("2026-11-24");
let its: Manon;
let canteen: BuiltActivity;
let establishmentId: number;

beforeEach(async () => {
  await emptyTables();
  its = await theTests();
  canteen = await anActivity(prisma);
  const schoolYear = await aSchoolYear(prisma, { name: "2026-2027" });
  const group = await aGroup(prisma, { activity: canteen, schoolYear });
  establishmentId = group.establishmentId;
  const { firstDay, lastDay } = group;
  const inscription = await prisma.inscription.create({
    data: { childId: its.manonId, groupId: group.id, firstDay, lastDay },
  });
  await someReservations(prisma, [
    { inscription, unit: unitOf(canteen), day: tuesday, family: its.family },
  ]);
});

async function listFor(scopes: readonly AgentScope[] | "town") {
  const account = await anAccount(prisma, { role: "activityAgent" });
  return readDayList(agentProof(account, scopes), { day: tuesday, establishmentId: null });
}

const wholeTown = "town";

test("the agents' day list reads the new answer as soon as it is given", async () => {
  const alone = async () => {
    const [unit] = await listFor(wholeTown);
    return unit?.children[0]?.answers.find(({ label }) => label.startsWith("Sortir seul"))?.allowed;
  };
  expect(await alone()).toBe(true);

  const ctx = guardianContext(its.family, "2026-11-22T10:00");
  const today = day("2026-11-22");
  const answers = [{ typeId: its.typeId("SORTIR_SEUL"), contactId: null, allowed: false }];
  const asked = { childId: its.manonId, siblingIds: [], answers };
  const children = await readFamilyAuthorizations(ctx.proof, today);
  const shown = planFor(children, asked, today)?.name ?? "";
  const filed = await fileAuthorizations(ctx, {
    ...asked,
    shown,
    idempotencyKey: crypto.randomUUID(),
  });
  expect(filed.ok).toBe(true);
  expect(await alone()).toBe(false);
});

test("it names who may fetch the child, and only them", async () => {
  const [unit] = await listFor(wholeTown);
  expect(unit?.children[0]).toMatchObject({
    name: "TEST Manon",
    mayFetch: ["Jeanne TEST (grand-mère)"],
  });
  await prisma.authorization.updateMany({
    where: { contactId: { not: null } },
    data: { allowed: false },
  });
  expect((await listFor(wholeTown))[0]?.children[0]?.mayFetch).toEqual([]);
});

test("a contact whose family lost its right over the child is not named any longer", async () => {
  await prisma.familyChild.updateMany({
    where: { familyId: its.family.id },
    data: { mayAuthorize: false },
  });
  expect((await listFor(wholeTown))[0]?.children[0]?.mayFetch).toEqual([]);
});

test("it says the diet, and the PAI with its validity; the reading stands in the journal once", async () => {
  const account = await anAccount(prisma, { role: "activityAgent" });
  const agent = agentProof(account, [{ activityId: canteen.id, establishmentId }]);
  const now = instant("2026-11-22T09:00:00.000Z");
  const read = async () => {
    const units = await readDayList(agent, { day: tuesday, establishmentId: null });
    const pai = await readDayListHealth(agent, { day: tuesday, units }, now);
    return { diet: units[0]?.children[0]?.diet, pai: pai.get(its.manonId) ?? null };
  };
  expect(await read()).toEqual({ diet: null, pai: null });
  await prisma.child.update({ where: { id: its.manonId }, data: { diet: "Sans porc" } });
  await prisma.$transaction((tx) =>
    writeHealth(tx, its.manonId, { hasPai: "oui", paiValidUntil: "2027-08-31" }, now),
  );
  expect(await read()).toEqual({
    diet: "Sans porc",
    pai: { state: "known", until: "2027-08-31" },
  });
  expect(await prisma.auditEvent.findMany()).toMatchObject([
    { kind: "health-read", accountId: account.id, data: { children: [its.manonId] } },
  ]);
  // Nobody outside the agent's rights is on the list, and so none is read.
  const elsewhere = agentProof(account, [{ activityId: canteen.id + 1, establishmentId: "every" }]);
  const units = await readDayList(elsewhere, { day: tuesday, establishmentId: null });
  expect((await readDayListHealth(elsewhere, { day: tuesday, units }, now)).size).toBe(0);
  // Not even where it would be handed another's list, nor for a day on which the child does not come.
  const others = await readDayList(agent, { day: tuesday, establishmentId: null });
  expect((await readDayListHealth(elsewhere, { day: tuesday, units: others }, now)).size).toBe(0);
  const wednesday = { day: day("2026-11-25"), units: others };
  expect((await readDayListHealth(agent, wednesday, now)).size).toBe(0);
  expect(await prisma.auditEvent.count()).toBe(1);
});

test("an agent sees the own activities and establishments only", async () => {
  const mine = { activityId: canteen.id, establishmentId };
  expect(await listFor([mine])).toHaveLength(1);
  const elsewhere = await prisma.establishment.create({ data: { name: "Ailleurs" } });
  expect(await listFor([{ ...mine, establishmentId: elsewhere.id }])).toEqual([]);
  expect(await listFor([])).toEqual([]);
});

test("it names the guardians who may authorize, with their phones, the class and the birth date", async () => {
  await prisma.child.update({
    where: { id: its.manonId },
    data: { schoolClass: "CE1", birthDate: new Date("2018-03-04") },
  });
  const guardian = await prisma.guardian.findFirstOrThrow({ where: { familyId: its.family.id } });
  await prisma.guardian.update({
    where: { id: guardian.id },
    data: { phone: "06 39 98 10 20", otherPhone: "01 99 00 12 12" },
  });
  const [unit] = await listFor(wholeTown);
  const name = `${guardian.firstName} ${guardian.lastName}`;
  expect(unit?.children[0]).toMatchObject({ schoolClass: "CE1", birthDate: "2018-03-04" });
  expect(unit?.children[0]?.guardians).toContain(`${name}, 06 39 98 10 20 / 01 99 00 12 12`);
  await prisma.familyChild.updateMany({
    where: { familyId: its.family.id },
    data: { mayAuthorize: false },
  });
  expect((await listFor(wholeTown))[0]?.children[0]?.guardians).toEqual([]);
});

test("names are sorted as a French dictionary sorts them, whatever the database's order", async () => {
  const group = await prisma.group.findFirstOrThrow({ where: { activityId: canteen.id } });
  const names = ["Zola", "de la Tour", "Écrin", "Edwige", "Kovačević-Nguyễn", "Şahin", "Sabine"];
  for (const lastName of names) {
    const child = await prisma.child.create({
      data: { firstName: "Léa", lastName, families: { create: { familyId: its.family.id } } },
    });
    const { firstDay, lastDay } = group;
    const inscription = await prisma.inscription.create({
      data: { childId: child.id, groupId: group.id, firstDay, lastDay },
    });
    await someReservations(prisma, [
      { inscription, unit: unitOf(canteen), day: tuesday, family: its.family },
    ]);
  }
  const [unit] = await listFor(wholeTown);
  expect(unit?.children.map(({ name }) => name.split(" Léa")[0])).toEqual([
    "de la Tour",
    "Écrin",
    "Edwige",
    "Kovačević-Nguyễn",
    "Sabine",
    "Şahin",
    "TEST Manon",
    "Zola",
  ]);
});

const anywhere = (d: Day) => ({ day: d, establishmentId: null });

test("a day at a glance: how many where, and the nearest days on which somebody is expected", async () => {
  const account = await anAccount(prisma, { role: "activityAgent" });
  const agent = agentProof(account, "town");
  const [there] = (await readDayOverview(agent, anywhere(tuesday))).establishments;
  expect(there).toMatchObject({ establishmentId, children: 1, units: [{ count: 1 }] });
  expect(await readDayOverview(agent, anywhere(tuesday))).toMatchObject({
    previous: null,
    next: null,
  });
  expect(await readDayOverview(agent, anywhere(day("2026-11-22")))).toEqual({
    establishments: [],
    previous: null,
    next: tuesday,
  });
  expect((await readDayOverview(agent, anywhere(day("2027-01-02")))).previous).toBe(tuesday);
  const other = { day: day("2026-11-22"), establishmentId: establishmentId + 1 };
  expect((await readDayOverview(agent, other)).next).toBeNull();
  const elsewhere = agentProof(account, [{ activityId: canteen.id + 1, establishmentId: "every" }]);
  expect(await readDayOverview(elsewhere, anywhere(day("2026-11-22")))).toEqual({
    establishments: [],
    previous: null,
    next: null,
  });
});
