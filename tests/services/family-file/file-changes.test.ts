import { prisma } from "@/lib/db";
import { fileFileChanges } from "@/lib/services/family-file/file-changes";
import { aFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import {
  as,
  fieldOf,
  newAddress,
  newAddressText,
  requests,
  send,
  theHomes,
  typed,
  type Homes,
} from "./homes";

let its: Homes;

beforeEach(async () => {
  await emptyTables();
  its = await theHomes();
});

const guardianRow = (id: number) => prisma.guardian.findUniqueOrThrow({ where: { id } });

test("a phone counts at once, an address waits: one request, old and new kept, one e-mail", async () => {
  const ctx = as(its.family);
  const answer = await send(ctx, its.madelaine, { ...newAddress, phone: "0639981099" });
  expect(answer).toMatchObject({ ok: true, value: { takenBack: [] } });
  const row = await guardianRow(its.madelaine.id);
  expect([row.phone, row.address]).toEqual([
    "06 39 98 10 99",
    "14 rue du Lavoir\n91000 Clairval-sur-Orge",
  ]);
  const [request, ...others] = await requests();
  expect(others).toEqual([]);
  expect(request).toMatchObject({
    number: 1,
    kind: "familyFile",
    state: "pending",
    guardianId: its.madelaine.id,
    childId: null,
    fileChanges: [
      { field: "address", now: newAddressText, state: "pending" },
      { field: "phone", was: "06 39 98 10 20", now: "06 39 98 10 99", state: "accepted" },
    ],
  });
  expect(request?.events.map(({ kind }) => kind)).toEqual(["submitted"]);
  expect(await fieldOf(ctx, its.madelaine, "address")).toMatchObject({
    value: "14 rue du Lavoir\n91000 Clairval-sur-Orge",
    pending: { value: newAddressText, requestNumber: 1 },
  });
  const [mail] = await prisma.outboxEmail.findMany();
  expect(mail?.to).toBe("madelaine@exemple.fr");
  expect(mail?.text).toContain("06 39 98 10 99");
  expect(mail?.text).toContain("Le service le vérifie d’abord");
  const [event] = await prisma.auditEvent.findMany({ where: { kind: "family-file-changed" } });
  expect(event?.data).toEqual({ applied: ["phone"], waiting: ["address"], takenBack: [] });
});

test("only what is automatic: accepted at once", async () => {
  await send(as(its.family), its.leo, { schoolClass: "CE1", diet: "Végétarien" });
  const [request] = await requests();
  expect(request).toMatchObject({ state: "accepted", childId: its.leo.id, guardianId: null });
  expect(request?.events.map(({ kind }) => kind)).toEqual(["submitted", "accepted"]);
  expect(await prisma.child.findUnique({ where: { id: its.leo.id } })).toMatchObject({
    schoolClass: "CE1",
    diet: "Végétarien",
  });
});

test("nothing changed files nothing; the same key twice files once", async () => {
  const ctx = as(its.family);
  expect(await send(ctx, its.madelaine, { phone: "06.39.98.10.20" })).toEqual({
    ok: false,
    refusal: "nothing-changed",
  });
  const input = await typed(ctx, its.madelaine, { phone: "0639981099" });
  const first = await fileFileChanges(ctx, input);
  expect(await fileFileChanges(ctx, input)).toEqual(first);
  expect(await fileFileChanges(ctx, { ...input, controls: {} })).toMatchObject({
    refusal: "key-reused",
  });
  expect(await prisma.serviceRequest.count()).toBe(1);
});

test("what is wrong is named by its control, and nothing is written", async () => {
  const ctx = as(its.family);
  expect(
    await send(ctx, its.madelaine, { ...newAddress, postcode: "91", phone: "" }),
  ).toMatchObject({
    refusal: "file-invalid",
    value: {
      problems: [
        { control: "postcode", problem: "postcode" },
        { control: "phone", problem: "missing" },
      ],
      typed: { postcode: "91" },
    },
  });
  expect(await send(ctx, its.leo, { diet: "Sans religion" })).toMatchObject({
    refusal: "file-invalid",
    value: { problems: [{ control: "diet", problem: "diet" }] },
  });
  expect(await prisma.serviceRequest.count()).toBe(0);
});

test("a newer change takes the older one back; the value in force takes it back and files nothing", async () => {
  const ctx = as(its.family);
  await send(ctx, its.leo, { school: "École Prévert", hasPai: "oui", paiValidUntil: "2027-07-02" });
  await send(ctx, its.leo, { school: "École Lacore" });
  const [first, second] = await requests();
  expect(first).toMatchObject({ state: "pending" });
  expect(first?.fileChanges.map(({ field, state }) => [field, state])).toEqual([
    ["school", "withdrawn"],
    ["hasPai", "pending"],
    ["paiValidUntil", "pending"],
  ]);
  expect(first?.events.at(-1)).toMatchObject({
    kind: "withdrawn",
    message: "Remplacé par la demande n°\u00a02\u00a0: École.",
  });
  expect(second?.fileChanges).toMatchObject([{ field: "school", was: null, state: "pending" }]);

  const back = await send(ctx, its.leo, { school: "" });
  expect(back).toEqual({ ok: true, value: { submissionId: null, takenBack: [2] } });
  expect((await requests()).map(({ state }) => state)).toEqual(["pending", "withdrawn"]);
  expect(await fieldOf(ctx, its.leo, "school")).toEqual({
    field: "school",
    value: null,
    pending: null,
  });
});

test("what the other parent changed meanwhile is said, and never overwritten", async () => {
  const mine = await typed(as(its.family), its.leo, { schoolClass: "CE1" });
  await send(as(its.family, 1), its.leo, { schoolClass: "CE2" });
  expect(await fileFileChanges(as(its.family), mine)).toEqual({
    ok: false,
    refusal: "file-changed",
  });
  expect(await prisma.child.findUnique({ where: { id: its.leo.id } })).toMatchObject({
    schoolClass: "CE2",
  });
});

test("of two parents who send at once, one is told", async () => {
  const inputs = [
    [as(its.family), await typed(as(its.family), its.leo, { schoolClass: "CE1" })],
    [as(its.family, 1), await typed(as(its.family, 1), its.leo, { schoolClass: "CE2" })],
  ] as const;
  const answers = await Promise.all(inputs.map(([ctx, input]) => fileFileChanges(ctx, input)));
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await prisma.serviceRequest.count()).toBe(1);
});

describe("whose fields one may change", () => {
  test("one's own and a guardian's without an account, not another parent's", async () => {
    const ctx = as(its.family);
    expect((await send(ctx, its.thomas, { phone: "0639981099" })).ok).toBe(false);
    expect((await send(ctx, its.grandmother, { phone: "0639981098", email: "" })).ok).toBe(true);
    const answer = await send(ctx, its.grandmother, { email: "Odette@Exemple.fr" });
    expect(answer.ok).toBe(true);
    expect(await guardianRow(its.grandmother.id)).toMatchObject({ email: "odette@exemple.fr" });
  });

  test("the e-mail address of an account changes by its confirmation only", async () => {
    const ctx = as(its.family);
    expect(await send(ctx, its.madelaine, { email: "autre@exemple.fr" })).toMatchObject({
      refusal: "nothing-changed",
    });
  });

  test("a stranger finds nobody", async () => {
    const ctx = as(await aFamily(prisma, { name: "Durand", children: [{}] }));
    for (const subject of [its.madelaine, its.leo, { about: "child", id: 99_999 } as const])
      expect(await send(ctx, subject, { phone: "0639981099", schoolClass: "CE1" })).toEqual({
        ok: false,
        refusal: "not-found",
      });
  });

  test("what the town only shows, or hides, is not written", async () => {
    await prisma.familyFieldRule.createMany({
      data: [
        { field: "schoolClass", access: "shown", processing: "automatic" },
        { field: "diet", access: "hidden", processing: "automatic" },
      ],
    });
    const ctx = as(its.family);
    expect(await send(ctx, its.leo, { schoolClass: "CE1", diet: "Sans porc" })).toMatchObject({
      refusal: "nothing-changed",
    });
    expect(await fieldOf(ctx, its.leo, "diet")).toBeUndefined();
  });
});

test("a guardian in two families: both have the new value, and what waits is seen in both", async () => {
  const { accountId } = await guardianRow(its.madelaine.id);
  const second = await aFamily(prisma, {
    name: "Petit",
    guardians: [
      {
        firstName: "Madelaine",
        email: "madelaine@exemple.fr",
        account: { existing: accountId ?? "" },
      },
      { firstName: "Paul" },
    ],
  });
  const [mine] = second.guardians;
  if (!mine) throw new Error("Two guardians");
  await send(as(its.family), its.madelaine, { ...newAddress, phone: "0639981099" });
  expect((await guardianRow(mine.id)).phone).toBe("06 39 98 10 99");
  const there = { about: "guardian", id: mine.id } as const;
  expect((await fieldOf(as(second), there, "address"))?.pending).toMatchObject({
    value: newAddressText,
  });
  // Asked again from the other family: the same person, so the older request is replaced.
  await send(as(second), there, { ...newAddress, street: "5 place du Marché" });
  expect((await requests()).map(({ familyId, state }) => [familyId, state])).toEqual([
    [its.family.id, "accepted"],
    [second.id, "pending"],
  ]);
});
