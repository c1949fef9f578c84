// A family is opened, completed and invited by an agent; its children are inscribed.
import { theOffice } from "./scenario";
import { prisma } from "@/lib/db";
import { day, instant } from "@/lib/domain/day";
import type { ChildFacts, GuardianFacts } from "@/lib/domain/person";
import { createFamily } from "@/lib/services/family-admin/create-family";
import { inviteGuardian } from "@/lib/services/family-admin/invite-guardian";
import { readFamilyJournal } from "@/lib/services/family-admin/journal";
import { childFactsOf, saveChild } from "@/lib/services/family-admin/save-child";
import { guardianFactsOf, saveGuardian } from "@/lib/services/family-admin/save-guardian";
import { stampOf } from "@/lib/services/settings/stamp";
import { emptyTables } from "@/tests/support/database";

const ana: GuardianFacts = {
  civility: null,
  firstName: "Ana",
  lastName: "Kovačević",
  email: "ana@exemple.fr",
  phone: "06 12 34 56 78",
  otherPhone: null,
  address: null,
};
const zoe: ChildFacts = {
  firstName: "Zoé",
  lastName: "Kovačević",
  birthDate: day("2020-02-29"),
  school: null,
  schoolClass: "CP",
};
const realNow = instant("2026-11-22T09:00:00.000Z");
const key = () => crypto.randomUUID();

let ctx: Awaited<ReturnType<typeof theOffice>>;

beforeEach(async () => {
  await emptyTables();
  ctx = await theOffice();
});

async function opened(guardian = ana, confirmed = false): Promise<number> {
  const created = await createFamily(ctx, {
    name: guardian.lastName,
    guardian,
    confirmed,
    idempotencyKey: key(),
  });
  if (!created.ok) throw new Error(created.refusal);
  return created.value.id;
}

const guardianOf = (familyId: number) => prisma.guardian.findFirstOrThrow({ where: { familyId } });

const invite = async (familyId: number) =>
  inviteGuardian(
    ctx,
    { familyId, guardianId: (await guardianOf(familyId)).id, idempotencyKey: key() },
    realNow,
  );

test("a family is opened once; somebody who looks known is asked about", async () => {
  const idempotencyKey = key();
  const input = { name: "Kovačević", guardian: ana, confirmed: false, idempotencyKey };
  const first = await createFamily(ctx, input);
  expect(await createFamily(ctx, input)).toEqual(first);
  expect(await prisma.family.count()).toBe(1);
  const again = { ...input, idempotencyKey: key() };
  expect(await createFamily(ctx, again)).toEqual({
    ok: false,
    refusal: "family-known",
    value: [
      {
        name: "Ana Kovačević",
        familyId: first.ok ? first.value.id : 0,
        familyName: "Kovačević",
      },
    ],
  });
  const samePhone = { ...ana, lastName: "Kovacevic", email: null };
  expect(
    await createFamily(ctx, { ...again, guardian: samePhone, idempotencyKey: key() }),
  ).toMatchObject({ refusal: "family-known" });
  const neighbour = { ...ana, firstName: "Luc", lastName: "Petit", email: null };
  expect(
    await createFamily(ctx, { ...again, guardian: neighbour, idempotencyKey: key() }),
  ).toMatchObject({ ok: true });
  expect(
    await createFamily(ctx, { ...again, confirmed: true, idempotencyKey: key() }),
  ).toMatchObject({ ok: true });
});

test("a guardian is invited, invited again, and not once the account is open", async () => {
  const familyId = await opened();
  expect(await invite(familyId)).toEqual({ ok: true, value: { how: "sent" } });
  const { accountId } = await guardianOf(familyId);
  const account = await prisma.account.findFirstOrThrow({ where: { id: accountId ?? "" } });
  expect(account).toMatchObject({ email: "ana@exemple.fr", userName: "ana", role: "guardian" });
  expect(await invite(familyId)).toEqual({ ok: true, value: { how: "sent" } });
  const mails = await prisma.outboxEmail.findMany();
  expect(mails.map((mail) => mail.to)).toEqual(["ana@exemple.fr", "ana@exemple.fr"]);
  await prisma.account.update({ where: { id: account.id }, data: { passwordHash: "x" } });
  expect(await invite(familyId)).toMatchObject({ refusal: "account-active" });
});

test("a mistyped address of an account that nobody opened is corrected, and its link dies", async () => {
  const familyId = await opened();
  await invite(familyId);
  const row = await guardianOf(familyId);
  const shown = stampOf(guardianFactsOf(row));
  const corrected = {
    familyId,
    guardian: { id: row.id, shown },
    facts: { ...ana, email: "anna@exemple.fr" },
    idempotencyKey: key(),
  };
  expect(await saveGuardian(ctx, corrected)).toMatchObject({ ok: true });
  const account = await prisma.account.findFirstOrThrow({ where: { id: row.accountId ?? "" } });
  expect(account.email).toBe("anna@exemple.fr");
  expect(await prisma.accountToken.count()).toBe(0);
  const now = stampOf(guardianFactsOf(await guardianOf(familyId)));
  const emptied = { ...corrected, guardian: { id: row.id, shown: now }, idempotencyKey: key() };
  expect(await saveGuardian(ctx, { ...emptied, facts: { ...ana, email: null } })).toMatchObject({
    refusal: "guardian-email-needed",
  });
  // Another agent's page is old by now.
  expect(await saveGuardian(ctx, { ...corrected, idempotencyKey: key() })).toMatchObject({
    refusal: "guardian-changed",
  });
});

test("an address that is somebody else's opens no account; the same person gets a second home", async () => {
  const first = await opened();
  await invite(first);
  const { accountId } = await guardianOf(first);
  await prisma.account.update({ where: { id: accountId ?? "" }, data: { passwordHash: "x" } });
  const stranger = await opened({ ...ana, firstName: "Luc", lastName: "Petit" }, true);
  expect(await invite(stranger)).toMatchObject({ refusal: "guardian-email-taken" });
  const second = await opened({ ...ana, lastName: "KOVACEVIC" }, true);
  expect(await invite(second)).toEqual({ ok: true, value: { how: "joined" } });
  expect((await guardianOf(second)).accountId).toBe(accountId);
  const withoutAddress = await opened({ ...ana, email: null, phone: null }, true);
  expect(await invite(withoutAddress)).toMatchObject({ refusal: "guardian-email-missing" });
});

test("a child that the town knows is asked about, and comes into its second home", async () => {
  const [first, second] = [await opened(), await opened(ana, true)];
  const child = { child: null, facts: zoe, known: "ask" } as const;
  const added = await saveChild(ctx, { ...child, familyId: first, idempotencyKey: key() });
  expect(added).toMatchObject({ ok: true });
  const asked = { ...child, facts: { ...zoe, firstName: "ZOE" }, familyId: second };
  expect(await saveChild(ctx, { ...asked, idempotencyKey: key() })).toMatchObject({
    refusal: "child-known",
    value: [{ name: "Zoé Kovačević", familyId: first, familyName: "Kovačević" }],
  });
  expect(await saveChild(ctx, { ...asked, known: "same", idempotencyKey: key() })).toEqual(added);
  expect(await prisma.child.count()).toBe(1);
  expect(await prisma.familyChild.count()).toBe(2);
  // It is in this home already.
  expect(await saveChild(ctx, { ...asked, known: "same", idempotencyKey: key() })).toMatchObject({
    refusal: "child-known",
  });
  const other = { ...asked, known: "other", idempotencyKey: key() } as const;
  expect(await saveChild(ctx, other)).toMatchObject({ ok: true });
  expect(await prisma.child.count()).toBe(2);
});

test("a child's sheet is changed by whoever read it last", async () => {
  const familyId = await opened();
  await saveChild(ctx, { familyId, child: null, facts: zoe, known: "ask", idempotencyKey: key() });
  const row = await prisma.child.findFirstOrThrow();
  const shown = stampOf(childFactsOf(row));
  const change = (facts: ChildFacts) =>
    saveChild(ctx, {
      familyId,
      child: { id: row.id, shown },
      facts,
      known: "ask",
      idempotencyKey: key(),
    });
  expect(await change(zoe)).toMatchObject({ refusal: "child-unchanged" });
  expect(await change({ ...zoe, schoolClass: "CE1" })).toMatchObject({ ok: true });
  expect(await change({ ...zoe, schoolClass: "CE2" })).toMatchObject({ refusal: "child-changed" });
  const events = await prisma.auditEvent.findMany({ orderBy: { id: "asc" } });
  expect(events.map(({ kind }) => kind)).toEqual([
    "family-created",
    "child-added",
    "child-changed",
  ]);
  expect(events.at(-1)?.data).toMatchObject({
    was: { schoolClass: "CP" },
    now: { schoolClass: "CE1" },
  });
  const told = await readFamilyJournal(ctx.proof, familyId, 10);
  expect(told.map(({ kind, about }) => [kind, about])).toEqual([
    ["child-changed", "Zoé"],
    ["child-added", "Zoé"],
    ["family-created", null],
  ]);
});
