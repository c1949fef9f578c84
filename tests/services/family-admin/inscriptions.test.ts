// An agent inscribes a child: its family may book that very day.
import { townAgentContext } from "@/tests/support/actors";
import { prisma } from "@/lib/db";
import { day, type Day } from "@/lib/domain/day";
import { readOpenGroups } from "@/lib/services/family-admin/open-groups";
import { changeInscription } from "@/lib/services/family-admin/change-inscription";
import { addInscription } from "@/lib/services/family-admin/save-inscription";
import { readBooking } from "@/lib/services/reservations/read-booking";
import { groupNamed } from "@/prisma/seed/town";
import { anAccount } from "@/tests/support/builders/account";
import { unitOf } from "@/tests/support/builders/activity";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { someReservations } from "@/tests/support/builders/reservation";
import { aRequest } from "@/tests/support/builders/service-request";
import { emptyTables } from "@/tests/support/database";
import { guardianContext, theDuponts, type Duponts } from "@/tests/support/duponts";

const at = "2025-08-20T10:00";
const key = () => crypto.randomUUID();

let duponts: Duponts;
let family: BuiltFamily;
let ctx: ReturnType<typeof townAgentContext>;
let childId: number;
let groupId: number;

beforeEach(async () => {
  await emptyTables();
  duponts = await theDuponts();
  family = await aFamily(prisma, { children: [{}] });
  childId = family.children[0]?.id ?? 0;
  groupId = groupNamed(duponts.town, "RESTO_R_PREVERT", "2025-2026").row.id;
  ctx = townAgentContext(await anAccount(prisma, { role: "educationService" }), at);
});

const add = (from: string, to: string, idempotencyKey = key()) =>
  addInscription(ctx, {
    familyId: family.id,
    childId,
    groupId,
    from: day(from),
    to: day(to),
    idempotencyKey,
  });

async function bookable(): Promise<readonly number[]> {
  const { proof, moment } = guardianContext(family, at);
  const page = await readBooking(proof, { schoolYearId: null, moment });
  return page?.context.inscriptions.map(({ id }) => id) ?? [];
}

test("the family finds the inscription in its calendar", async () => {
  expect(await bookable()).toEqual([]);
  const groups = await readOpenGroups(ctx.proof, day("2025-08-20"));
  expect(groups.find(({ id }) => id === groupId)).toMatchObject({ schoolYear: "2025-2026" });
  const added = await add("2025-09-01", "2026-07-03");
  expect(added.ok && (await bookable())).toEqual([added.ok && added.value.id]);
});

test("dates are the group's, one way round, and once in an activity", async () => {
  expect(await add("2025-12-02", "2025-12-01")).toMatchObject({ refusal: "inscription-dates" });
  expect(await add("2024-09-01", "2026-07-03")).toMatchObject({
    refusal: "inscription-before-group",
  });
  expect(await add("2025-09-01", "2025-12-19")).toMatchObject({ ok: true });
  expect(await add("2025-12-19", "2026-07-03")).toMatchObject({ refusal: "inscription-overlaps" });
  expect(await add("2025-12-20", "2026-07-03")).toMatchObject({ ok: true });
  const stranger = { familyId: duponts.family.id, childId, groupId };
  const input = { ...stranger, from: day("2025-09-01"), to: day("2025-09-02") };
  expect(await addInscription(ctx, { ...input, idempotencyKey: key() })).toMatchObject({
    refusal: "not-found",
  });
});

test("twenty agents at once inscribe a child once", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => add("2025-09-01", "2026-07-03")),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await prisma.inscription.count({ where: { childId } })).toBe(1);
});

test("an inscription is shortened, not over days that are reserved", async () => {
  const added = await add("2025-09-01", "2026-07-03");
  const inscriptionId = added.ok ? added.value.id : 0;
  const canteen = duponts.town.activities.get("RESTO");
  if (!canteen) throw new Error("The demo town has a canteen");
  const unit = unitOf(canteen);
  await someReservations(prisma, [
    { inscription: { id: inscriptionId }, unit, day: "2025-12-02", family },
  ]);
  const shown = { from: day("2025-09-01"), to: day("2026-07-03") };
  const until = (to: Day, seen = shown, leaving: "ask" | "giveBack" = "ask") =>
    changeInscription(ctx, {
      leaving,
      familyId: family.id,
      childId,
      inscriptionId,
      from: shown.from,
      to,
      shown: seen,
      idempotencyKey: key(),
    });
  expect(await until(day("2025-12-01"))).toMatchObject({
    refusal: "inscription-has-days",
    value: [{ day: "2025-12-02" }],
  });
  expect(await until(shown.to)).toMatchObject({ refusal: "inscription-unchanged" });
  expect(await until(day("2025-12-02"))).toMatchObject({ ok: true });
  expect(await until(day("2025-12-19"))).toMatchObject({ refusal: "inscription-changed" });
  const [event] = await prisma.auditEvent.findMany({ where: { kind: "inscription-changed" } });
  expect(event?.data).toEqual({
    was: { from: "2025-09-01", to: "2026-07-03" },
    now: { from: "2025-09-01", to: "2025-12-02" },
  });
});

test("an inscription that ends gives its days back once they were read: rows, ledger, one e-mail", async () => {
  const added = await add("2025-09-01", "2026-07-03");
  const inscriptionId = added.ok ? added.value.id : 0;
  const canteen = duponts.town.activities.get("RESTO");
  if (!canteen) throw new Error("The demo town has a canteen");
  const place = { inscription: { id: inscriptionId }, unit: unitOf(canteen), family };
  await someReservations(prisma, [
    { ...place, day: "2025-09-02" },
    { ...place, day: "2025-12-02" },
  ]);
  const request = await aRequest(prisma, {
    family,
    inscription: await prisma.inscription.findUniqueOrThrow({ where: { id: inscriptionId } }),
    lines: [{ unit: unitOf(canteen), day: "2025-12-04" }],
  });
  const shown = { from: day("2025-09-01"), to: day("2026-07-03") };
  const change = {
    familyId: family.id,
    childId,
    inscriptionId,
    from: shown.from,
    to: day("2025-11-30"),
    shown,
    leaving: "giveBack",
    idempotencyKey: key(),
  } as const;
  expect(await changeInscription(ctx, change)).toMatchObject({ ok: true });
  expect(await changeInscription(ctx, change)).toMatchObject({ ok: true });
  const left = await prisma.reservation.findMany({ where: { inscriptionId } });
  expect(left.map((row) => row.day.toISOString().slice(0, 10))).toEqual(["2025-09-02"]);
  const now = await prisma.serviceRequest.findUniqueOrThrow({
    where: { id: request.id },
    include: { lines: true, events: { orderBy: { at: "asc" } } },
  });
  expect(now.lines.map(({ state }) => state)).toEqual(["dropped"]);
  expect(now.events.at(-1)).toMatchObject({ kind: "dropped", actorName: "Camille Martin" });
  const mails = await prisma.outboxEmail.findMany();
  expect(mails.map(({ to }) => to)).toEqual([family.guardians[0]?.email]);
  expect(mails[0]?.text).toContain("mardi 2 décembre 2025");
  const [event] = await prisma.auditEvent.findMany({ where: { kind: "inscription-changed" } });
  expect(event?.data).toMatchObject({ now: { to: "2025-11-30", givenBack: 3 } });
});

test("a day that is past or runs keeps its inscription", async () => {
  const added = await add("2025-07-07", "2025-08-29");
  expect(added).toMatchObject({ refusal: "inscription-before-group" });
  const year = await add("2025-09-01", "2026-07-03");
  const inscriptionId = year.ok ? year.value.id : 0;
  const canteen = duponts.town.activities.get("RESTO");
  if (!canteen) throw new Error("The demo town has a canteen");
  await someReservations(prisma, [
    { inscription: { id: inscriptionId }, unit: unitOf(canteen), day: "2025-09-02", family },
  ]);
  const then = townAgentContext(
    await anAccount(prisma, { role: "educationService" }),
    "2025-09-02T10:00",
  );
  const shown = { from: day("2025-09-01"), to: day("2026-07-03") };
  expect(
    await changeInscription(then, {
      familyId: family.id,
      childId,
      inscriptionId,
      from: day("2025-09-03"),
      to: shown.to,
      shown,
      leaving: "giveBack",
      idempotencyKey: key(),
    }),
  ).toMatchObject({ refusal: "inscription-has-past-days", value: [{ day: "2025-09-02" }] });
});
