import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { readDayList } from "@/lib/services/attendance/day-list";
import { fileAuthorizations } from "@/lib/services/authorizations/file-authorizations";
import { planFor } from "@/lib/services/authorizations/plan-authorizations";
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

async function listFor(scopes: { activityId: number | null; establishmentId: number | null }[]) {
  const account = await anAccount(prisma, { role: "agent" });
  return readDayList(agentProof(account, scopes), { day: tuesday, establishmentId: null });
}

const wholeTown = [{ activityId: null, establishmentId: null }];

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

test("an agent sees the own activities and establishments only", async () => {
  const mine = { activityId: canteen.id, establishmentId };
  expect(await listFor([mine])).toHaveLength(1);
  const elsewhere = await prisma.establishment.create({ data: { name: "Ailleurs" } });
  expect(await listFor([{ ...mine, establishmentId: elsewhere.id }])).toEqual([]);
  expect(await listFor([])).toEqual([]);
});
