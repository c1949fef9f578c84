import { prisma } from "@/lib/db";
import { healthInFile, healthOfOwn } from "@/lib/auth/health-proof";
import { readHealth, readHealthChanges } from "@/lib/services/family-file/health";
import { readFamilyFile } from "@/lib/services/family-file/read-file";
import { withdrawFileRequest } from "@/lib/services/family-file/withdraw";
import { townAgentProof } from "@/tests/support/actors";
import { anAccount } from "@/tests/support/builders/account";
import { emptyTables } from "@/tests/support/database";
import { as, fieldOf, now, requests, send, theHomes, type Homes } from "./homes";

let its: Homes;

beforeEach(async () => {
  await emptyTables();
  its = await theHomes();
});

const closeFile = () =>
  prisma.familyChild.updateMany({
    where: { familyId: its.otherHome.id, childId: its.lucas.id },
    data: { maySeeFile: false },
  });
const withdraw = (ctx: ReturnType<typeof as>, number: number) =>
  withdrawFileRequest(ctx, { number, idempotencyKey: crypto.randomUUID() });
const readings = () =>
  prisma.auditEvent.findMany({ where: { kind: "health-read" }, orderBy: { id: "asc" } });

test("both homes see and change the same child's file, and the other's wish is said", async () => {
  await send(as(its.family), its.lucas, { school: "École Prévert", diet: "Sans porc" });
  const there = as(its.otherHome);
  expect((await fieldOf(there, its.lucas, "diet"))?.value).toBe("Sans porc");
  expect((await fieldOf(there, its.lucas, "school"))?.pending).toMatchObject({
    value: "École Prévert",
    familyId: its.family.id,
  });
  await prisma.outboxEmail.deleteMany();
  await send(there, its.lucas, { school: "École Lacore" });
  expect((await requests()).map(({ familyId, state }) => [familyId, state])).toEqual([
    [its.family.id, "accepted"],
    [its.otherHome.id, "pending"],
  ]);
  const mails = await prisma.outboxEmail.findMany({ orderBy: { to: "asc" } });
  expect(mails.map(({ to }) => to)).toEqual(["madelaine@exemple.fr", "sonia@exemple.fr"]);
  expect(mails[0]?.text).toContain("elle remplace ce qui attendait dans la demande n°\u00a01");
});

test("a court order: nothing is seen, nothing is written, nothing is read of health", async () => {
  await send(as(its.family), its.lucas, {
    diet: "Sans porc",
    hasPai: "oui",
    paiValidUntil: "2027-07-02",
  });
  await send(as(its.otherHome), its.lucas, { school: "École Lacore" });
  await closeFile();
  const readBefore = await readings();
  const there = as(its.otherHome);
  const { children } = await readFamilyFile(there.proof);
  expect(children).toMatchObject([{ firstName: "Lucas", fields: null }]);
  expect(JSON.stringify(children)).not.toContain("Sans porc");
  expect(await send(there, its.lucas, { diet: "Végétarien" })).toMatchObject({
    refusal: "not-found",
  });
  expect(await withdraw(there, 2)).toEqual({ ok: false, refusal: "not-found" });
  expect((await readHealth(healthOfOwn(there.proof, [its.lucas.id]), now)).size).toBe(0);
  const [first] = await requests();
  expect((await readHealthChanges(there.proof, first?.id ?? "", now)).size).toBe(0);
  expect(await readings()).toEqual(readBefore);
  expect(await prisma.child.findUnique({ where: { id: its.lucas.id } })).toMatchObject({
    diet: "Sans porc",
  });
});

describe("health", () => {
  const pai = { hasPai: "oui", paiValidUntil: "2027-07-02" };

  test("is sealed everywhere, and neither the journal nor e-mails say it", async () => {
    await prisma.familyFieldRule.createMany({
      data: (["hasPai", "paiValidUntil"] as const).map((field) => ({
        field,
        access: "editable" as const,
        processing: "automatic" as const,
      })),
    });
    await send(as(its.family), its.leo, pai);
    const [request] = await requests();
    for (const line of request?.fileChanges ?? []) {
      expect([line.was, line.now]).toEqual([null, null]);
      expect(Buffer.from(line.sealed ?? []).toString("latin1")).not.toContain("2027");
    }
    const stored = await prisma.childHealth.findUniqueOrThrow({ where: { childId: its.leo.id } });
    expect(Buffer.from(stored.sealed).toString("latin1")).not.toContain("pai");
    const said = JSON.stringify([
      await prisma.auditEvent.findMany({ select: { kind: true, data: true, subject: true } }),
      await prisma.outboxEmail.findMany(),
    ]);
    expect(said).not.toContain("2027");
    expect(
      (await readHealth(healthOfOwn(as(its.family).proof, [its.leo.id]), now)).get(its.leo.id),
    ).toEqual([
      { field: "hasPai", value: "oui", pending: null },
      { field: "paiValidUntil", value: "2027-07-02", pending: null },
    ]);

    // Without a PAI any longer, it has no validity.
    await send(as(its.family), its.leo, { hasPai: "non" });
    expect((await fieldOf(as(its.family), its.leo, "paiValidUntil"))?.value).toBeNull();
  });

  test("each reading stands in the journal: who, and which children of whom something is known", async () => {
    await send(as(its.family), its.leo, pai);
    const { length: before } = await readings();
    const account = await anAccount(prisma, { role: "educationService" });
    const agent = townAgentProof(account);
    const both = [its.leo.id, its.lucas.id];
    const read = await readHealth(healthInFile(agent, its.family.id, both), now);
    expect(read.get(its.leo.id)?.map(({ pending }) => pending?.value)).toEqual([
      "oui",
      "2027-07-02",
    ]);
    expect(read.get(its.lucas.id)?.map(({ value }) => value)).toEqual([null, null]);
    await readHealth(healthInFile(agent, its.family.id, [its.lucas.id]), now);
    const [request] = await requests();
    const changes = await readHealthChanges(agent, request?.id ?? "", now);
    expect(changes.get("paiValidUntil")).toEqual({ was: null, now: "2027-07-02" });
    expect((await readings()).slice(before)).toMatchObject([
      { accountId: account.id, familyId: null, data: { children: [its.leo.id] } },
      { accountId: account.id, subject: "request 1", data: { children: [its.leo.id] } },
    ]);
  });
});

describe("taking back", () => {
  test("what waits is taken back, what took effect stays", async () => {
    await send(as(its.family), its.lucas, { school: "École Prévert", diet: "Sans porc" });
    await prisma.outboxEmail.deleteMany();
    expect(await withdraw(as(its.family, 1), 1)).toEqual({ ok: true, value: { count: 1 } });
    const [request] = await requests();
    expect(request).toMatchObject({
      state: "accepted",
      fileChanges: [
        { field: "school", state: "withdrawn" },
        { field: "diet", state: "accepted" },
      ],
    });
    expect(await withdraw(as(its.family), 1)).toMatchObject({ refusal: "already-decided" });
    const mails = await prisma.outboxEmail.findMany({ orderBy: { to: "asc" } });
    expect(mails.map(({ to }) => to)).toEqual(["madelaine@exemple.fr", "thomas@exemple.fr"]);
    expect(mails[1]?.text).toContain("Bonjour Thomas,");
  });

  test("the other home does not take this one's request back", async () => {
    await send(as(its.family), its.lucas, { school: "École Prévert" });
    expect(await withdraw(as(its.otherHome), 1)).toMatchObject({ refusal: "not-found" });
    expect(await withdraw(as(its.family), 99)).toMatchObject({ refusal: "not-found" });
  });
});
