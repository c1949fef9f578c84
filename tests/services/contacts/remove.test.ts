import { prisma } from "@/lib/db";
import { readAuthorizationHistory } from "@/lib/services/authorizations/history";
import { readChildAuthorizations } from "@/lib/services/authorizations/read-authorizations";
import { readContactBook } from "@/lib/services/contacts/list";
import { removalPlans, removeContact, type RemovalInput } from "@/lib/services/contacts/remove";
import { theTests, type Manon } from "@/tests/support/authorizations";
import { aFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";
import { at, contactNamed, parentOf, theOtherHome, today } from "./scenario";

let its: Manon;

beforeEach(async () => {
  await emptyTables();
  its = await theTests();
});

/** What the confirmation's button sends. */
async function removal(): Promise<RemovalInput> {
  const contact = await contactNamed(its.family, "Jeanne");
  if (!contact) throw new Error("The grandmother is a contact");
  return { contactId: contact.id, shown: contact.stamp, idempotencyKey: crypto.randomUUID() };
}

test("what ends is named before it ends", async () => {
  const book = await readContactBook(parentOf(its).proof, today);
  const [contact] = book.contacts;
  if (!contact) throw new Error("The grandmother is a contact");
  const label = "Venir chercher l’enfant, Madame Jeanne TEST";
  expect(
    removalPlans(book, contact, today).map(({ child, lines }) => [child.firstName, lines]),
  ).toEqual([
    ["Manon", [expect.objectContaining({ label, was: true, now: false })]],
    ["Noé", [expect.objectContaining({ label, was: true, now: false })]],
  ]);
});

test("a removed contact stands nowhere any longer, and the history names it", async () => {
  const removed = await removeContact(parentOf(its), await removal());
  if (!removed.ok) throw new Error(removed.refusal);
  expect(await contactNamed(its.family, "Jeanne")).toBeUndefined();
  expect(await prisma.authorization.count({ where: { contactId: its.grandmotherId } })).toBe(0);
  expect(await prisma.authorization.count()).toBe(10);
  const manon = await readChildAuthorizations(parentOf(its).proof, its.manonId, today);
  expect(manon?.contacts).toEqual([]);
  const history = await readAuthorizationHistory(parentOf(its).proof, its.manonId);
  expect(history).toMatchObject([
    { contactName: "Jeanne TEST", was: true, now: false, number: 1, by: "Toto TEST" },
  ]);
  const kept = await prisma.contact.findUniqueOrThrow({ where: { id: its.grandmotherId } });
  expect(kept.removedAt).not.toBeNull();
  expect(await prisma.serviceRequest.count({ where: { state: "accepted" } })).toBe(2);
  expect(await prisma.auditEvent.count({ where: { kind: "contact-removed" } })).toBe(1);
  const [mail] = await prisma.outboxEmail.findMany();
  expect(mail?.text).toContain("Interdiction (avant\u00a0: autorisation)");
});

test("what was forbidden already, or never answered, files nothing", async () => {
  await prisma.authorization.deleteMany({
    where: { contactId: its.grandmotherId, childId: its.brotherId },
  });
  await prisma.authorization.updateMany({
    where: { contactId: its.grandmotherId },
    data: { allowed: false },
  });
  expect(await removeContact(parentOf(its), await removal())).toEqual({
    ok: true,
    value: { contactId: its.grandmotherId, submissionId: null },
  });
  expect(await prisma.serviceRequest.count()).toBe(0);
  expect(await prisma.outboxEmail.count()).toBe(0);
  expect(await prisma.authorization.count({ where: { contactId: its.grandmotherId } })).toBe(0);
});

test("the same key twice is one removal; a second one finds nobody", async () => {
  const input = await removal();
  const first = await removeContact(parentOf(its), input);
  expect(await removeContact(parentOf(its), input)).toEqual(first);
  const again = { ...input, idempotencyKey: crypto.randomUUID() };
  expect(await removeContact(parentOf(its), again)).toEqual({ ok: false, refusal: "not-found" });
  expect(await prisma.authorizationChange.count()).toBe(2);
});

test("what has changed since it was read is read again first", async () => {
  const input = await removal();
  await prisma.authorization.updateMany({
    where: { contactId: its.grandmotherId, childId: its.manonId },
    data: { allowed: false },
  });
  expect(await removeContact(parentOf(its), input)).toEqual({
    ok: false,
    refusal: "contact-changed",
  });
});

test("neither a stranger nor the child's other home removes it", async () => {
  const families = [
    await aFamily(prisma, { name: "Durand", children: [{}] }),
    await theOtherHome(its),
  ];
  for (const family of families)
    expect(await removeContact(guardianContext(family, at), await removal())).toEqual({
      ok: false,
      refusal: "not-found",
    });
  expect(await contactNamed(its.family, "Jeanne")).toBeDefined();
});

test("a child whose authorizations the family may not change any longer keeps what is stored", async () => {
  await prisma.familyChild.updateMany({
    where: { familyId: its.family.id, childId: its.manonId },
    data: { mayAuthorize: false },
  });
  expect((await removeContact(parentOf(its), await removal())).ok).toBe(true);
  const left = await prisma.authorization.findMany({ where: { contactId: its.grandmotherId } });
  expect(left.map(({ childId }) => childId)).toEqual([its.manonId]);
  expect(await prisma.serviceRequest.count({ where: { childId: its.manonId } })).toBe(0);
});
