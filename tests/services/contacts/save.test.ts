import { prisma } from "@/lib/db";
import { mostContacts } from "@/lib/domain/contact";
import { day } from "@/lib/domain/day";
import { readFiledAuthorizations } from "@/lib/services/authorizations/read-filed";
import { lockContacts } from "@/lib/services/contacts/lock";
import { saveContact, type ContactInput } from "@/lib/services/contacts/save";
import { theTests, type Manon } from "@/tests/support/authorizations";
import { emptyTables } from "@/tests/support/database";
import { withStatements } from "@/tests/support/statements";
import { contactNamed, grandmother, neighbour, parentOf, sending } from "./scenario";

let its: Manon;

beforeEach(async () => {
  await emptyTables();
  its = await theTests();
});

const save = (input: ContactInput, guardian = 0) => saveContact(parentOf(its, guardian), input);
const standing = async (contactId: number) =>
  (await prisma.authorization.findMany({ where: { contactId }, orderBy: { childId: "asc" } })).map(
    ({ childId, allowed }) => [childId, allowed],
  );
const changes = async () =>
  (await prisma.authorizationChange.findMany({ orderBy: { id: "asc" } })).map(
    ({ childId, was, now }) => [childId, was, now],
  );

/** Jeanne as she stands, changed in nothing but her phone number, which she had not. */
async function jeanne() {
  const contact = await contactNamed(its.family, "Jeanne");
  if (!contact) throw new Error("The grandmother is a contact");
  return contact;
}

describe("a contact is added", () => {
  test("for two children: two numbers, one e-mail, one line of journal", async () => {
    const input = sending(its, neighbour, [
      [its.manonId, true],
      [its.brotherId, false],
    ]);
    const { sent: saved, statements } = await withStatements(() => save(input));
    if (!saved.ok) throw new Error(saved.refusal);
    const between = statements.filter((sql) => !/^(BEGIN|COMMIT)/.test(sql));
    expect(between.length).toBeLessThanOrEqual(11);

    const { contactId, submissionId } = saved.value;
    expect(await standing(contactId)).toEqual([
      [its.manonId, true],
      [its.brotherId, false],
    ]);
    const filed = await readFiledAuthorizations(parentOf(its).proof, submissionId ?? "");
    expect(filed?.requests).toEqual([
      {
        number: 1,
        childName: "Manon",
        state: "accepted",
        lines: [{ label: "Venir chercher l’enfant, Sam Petit", was: null, now: true }],
      },
      {
        number: 2,
        childName: "Noé",
        state: "accepted",
        lines: [{ label: "Venir chercher l’enfant, Sam Petit", was: null, now: false }],
      },
    ]);
    const [mail] = await prisma.outboxEmail.findMany();
    expect(mail?.subject).toBe("Autorisations de Manon, Noé\u00a0: mises à jour");
    expect(mail?.text).toContain("Venir chercher l’enfant, Sam Petit");
    expect(await prisma.auditEvent.findMany()).toMatchObject([
      { kind: "contact-added", familyId: its.family.id, subject: `contact ${contactId}` },
    ]);
    expect(await contactNamed(its.family, "Sam")).toMatchObject({
      ...neighbour,
      childIds: [its.manonId, its.brotherId],
    });
  });

  test("the same key twice is one contact; another content under it is refused", async () => {
    const input = sending(its, neighbour, [[its.manonId, true]]);
    const first = await save(input);
    expect(await save(input)).toEqual(first);
    expect(await prisma.contact.count()).toBe(2);
    const other = { ...input, person: grandmother };
    expect(await save(other)).toEqual({ ok: false, refusal: "key-reused" });
  });

  test("twenty at most, whoever comes at the same time", async () => {
    await prisma.contact.createMany({
      data: Array.from({ length: mostContacts - 2 }, (_, i) => ({
        familyId: its.family.id,
        firstName: `Nº ${i}`,
        lastName: "Martin",
        tie: "Voisin",
      })),
    });
    const add = () => save(sending(its, neighbour, [[its.manonId, true]]));
    const outcomes = await Promise.all([add(), add()]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "too-many-contacts" });
    expect(await prisma.contact.count()).toBe(mostContacts);
  });

  test.each([
    ["2010-11-22", null],
    ["2010-11-23", "contact-too-young"],
    ["2026-11-23", "contact-birth-date"],
    ["1906-11-22", "contact-birth-date"],
    [null, "contact-too-young"],
  ])("born on %s: %s", async (birth, refusal) => {
    const person = { ...neighbour, birthDate: birth === null ? null : day(birth) };
    const saved = await save(sending(its, person, [[its.manonId, true]]));
    expect(saved.ok ? null : saved.refusal).toBe(refusal);
    expect(await prisma.contact.count()).toBe(refusal === null ? 2 : 1);
  });

  test("each child's question has its answer, and there is a child", async () => {
    const silent = sending(its, neighbour, [[its.manonId, true]]);
    const children = [{ childId: its.manonId, answers: [] }];
    expect(await save({ ...silent, children })).toEqual({ ok: false, refusal: "answers-missing" });
    expect(await save({ ...silent, children: [] })).toEqual({ ok: false, refusal: "not-found" });
    expect(await prisma.serviceRequest.count()).toBe(0);
  });

  test("an answer about the child itself changes nothing of it", async () => {
    const input = sending(its, neighbour, [[its.manonId, true]]);
    const forged = { typeId: its.typeId("SORTIR_SEUL"), allowed: false };
    const [child] = input.children;
    const children = [{ childId: its.manonId, answers: [...(child?.answers ?? []), forged] }];
    expect((await save({ ...input, children })).ok).toBe(true);
    expect(await changes()).toEqual([[its.manonId, null, true]]);
  });
});

describe("a contact is changed", () => {
  const bothAllowed = () =>
    [
      [its.manonId, true],
      [its.brotherId, true],
    ] as const;

  test("a phone number alone: no request, no e-mail, the journal has old and new", async () => {
    const contact = await jeanne();
    const person = { ...grandmother, birthDate: day("1952-04-18") };
    const saved = await save(sending(its, person, bothAllowed(), contact));
    expect(saved).toEqual({
      ok: true,
      value: { contactId: its.grandmotherId, submissionId: null },
    });
    expect(await prisma.serviceRequest.count()).toBe(0);
    expect(await prisma.outboxEmail.count()).toBe(0);
    const [event] = await prisma.auditEvent.findMany();
    expect(event).toMatchObject({
      kind: "contact-changed",
      data: { fields: { phone: { was: null, now: "06 39 98 10 40" } } },
    });
  });

  test("one child's answer: one number, and the other child keeps its own", async () => {
    const answers = [
      [its.manonId, false],
      [its.brotherId, true],
    ] as const;
    const saved = await save(sending(its, grandmother, answers, await jeanne()));
    expect(saved.ok && saved.value.submissionId).not.toBeNull();
    expect(await standing(its.grandmotherId)).toEqual(answers);
    expect(await changes()).toEqual([[its.manonId, true, false]]);
    expect(await prisma.serviceRequest.count()).toBe(1);
  });

  test("a child that is not concerned any longer: what was allowed ends, and the history says so", async () => {
    const saved = await save(sending(its, grandmother, [[its.brotherId, true]], await jeanne()));
    expect(saved.ok).toBe(true);
    expect(await standing(its.grandmotherId)).toEqual([[its.brotherId, true]]);
    expect(await changes()).toEqual([[its.manonId, true, false]]);
    expect((await jeanne()).childIds).toEqual([its.brotherId]);
  });

  test("nothing changed: said so, and nothing is written", async () => {
    await save(sending(its, grandmother, bothAllowed(), await jeanne()));
    const again = await save(sending(its, grandmother, bothAllowed(), await jeanne()));
    expect(again).toEqual({ ok: false, refusal: "contact-unchanged" });
    expect(await prisma.auditEvent.count()).toBe(1);
  });

  test("two parents at once: one is kept, the other reads again", async () => {
    const contact = await jeanne();
    const forbids = sending(its, grandmother, [[its.manonId, false]], contact);
    const allows = sending(its, grandmother, bothAllowed(), contact);
    const outcomes = await Promise.all([save(forbids, 0), save(allows, 1)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "contact-changed" });
  });
});

test("while contacts are written, others may still refer to the family and its children", async () => {
  await prisma.$transaction(async (tx) => {
    await lockContacts(tx, parentOf(its).proof);
    // Another connection: it would wait for this one, which waits for it.
    await prisma.contact.create({
      data: {
        familyId: its.family.id,
        firstName: "Alix",
        lastName: "TEST",
        tie: "Tante",
        children: { create: [{ childId: its.manonId }] },
      },
    });
  });
  expect(await prisma.contact.count()).toBe(2);
});
