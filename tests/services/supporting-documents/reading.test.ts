import { prisma } from "@/lib/db";
import { day, instantOfMoment, moment } from "@/lib/domain/day";
import { fileDocument } from "@/lib/services/supporting-documents/file-document";
import { readFamilyDocuments } from "@/lib/services/supporting-documents/list-documents";
import { readFileAsFamily, readFileAsAgent } from "@/lib/services/supporting-documents/read-file";
import { openStorage } from "@/lib/storage/open-storage";
import { agentProof } from "@/tests/support/actors";
import { anAccount } from "@/tests/support/builders/account";
import { aFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";
import { aPdf } from "@/tests/support/storage/sent-files";
import { emptyStorage } from "@/tests/support/storage/stored";
import {
  aSentDocument,
  childNamed,
  dateOf,
  filedRows,
  midYearMoment,
  theDocumentedDuponts,
} from "@/tests/support/supporting-documents";

const today = day("2026-11-22");

beforeEach(async () => {
  await emptyTables();
  await emptyStorage();
});
afterAll(emptyStorage);

/** Lucas's insurance, filed by the Duponts; and the child's other home. */
async function aFiledInsurance() {
  const world = await theDocumentedDuponts();
  const pdf = await aPdf("Assurance");
  const files = [{ name: "assurance de Lucas.pdf", content: pdf }];
  const { ctx, typeId, childId } = world;
  await fileDocument(ctx, await aSentDocument({ typeId: typeId("ASSURANCE"), childId, files }));
  const other = await aFamily(prisma, {
    name: "Martin",
    children: [{ existing: { id: childId } }],
  });
  const fileId = (await filedRows()).files[0]?.id ?? "";
  return { ...world, pdf, other: guardianContext(other, midYearMoment), fileId };
}

test("the guardians of the family that filed it read the file, as it was sent", async () => {
  const { duponts, fileId, pdf, ctx } = await aFiledInsurance();
  for (const guardian of [ctx, guardianContext(duponts.family, midYearMoment, 1)]) {
    const file = await readFileAsFamily(guardian.proof, fileId);
    expect(file).toMatchObject({ name: "assurance de Lucas.pdf", mediaType: "application/pdf" });
    expect(Buffer.from(file?.content ?? []).equals(pdf)).toBe(true);
  }
});

test("nobody else: not the child's other home, not a stranger, not the family once a right is gone", async () => {
  const { fileId, other, ctx, childId } = await aFiledInsurance();
  const stranger = await aFamily(prisma, { name: "Durand", children: [{}] });
  expect(await readFileAsFamily(other.proof, fileId)).toBeNull();
  expect(await readFileAsFamily(guardianContext(stranger, midYearMoment).proof, fileId)).toBeNull();
  expect(await readFileAsFamily(ctx.proof, crypto.randomUUID())).toBeNull();
  expect(await readFileAsFamily(ctx.proof, "../secret")).toBeNull();
  await prisma.familyChild.updateMany({
    where: { familyId: ctx.proof.familyId, childId },
    data: { maySeeFile: false },
  });
  expect(await readFileAsFamily(ctx.proof, fileId)).toBeNull();
  expect((await readFamilyDocuments(ctx.proof, today)).documents).toEqual([]);
});

test("an agent of the whole town reads it, and the journal says so each time", async () => {
  const { fileId, ctx } = await aFiledInsurance();
  const agent = await anAccount(prisma, { role: "educationService" });
  const proof = agentProof(agent, "town");
  expect(await readFileAsAgent(proof, fileId, ctx.now)).toMatchObject({
    mediaType: "application/pdf",
  });
  await readFileAsAgent(proof, fileId, ctx.now);
  expect(await readFileAsAgent(proof, crypto.randomUUID(), ctx.now)).toBeNull();
  expect(
    await prisma.auditEvent.findMany({ where: { kind: "supporting-document-read" } }),
  ).toMatchObject(
    Array.from({ length: 2 }, () => ({
      accountId: agent.id,
      familyId: ctx.proof.familyId,
      data: { file: fileId },
    })),
  );
});

test("an object that was exchanged or changed is never served", async () => {
  const { fileId, ctx } = await aFiledInsurance();
  const storage = openStorage();
  const sealed = await storage.get(fileId);
  if (!sealed) throw new Error("it was stored");
  const { childId, typeId } = await again(ctx);
  await fileDocument(ctx, await aSentDocument({ typeId, childId }));
  const other = (await filedRows()).files.find(({ id }) => id !== fileId)?.id ?? "";
  await storage.put(fileId, (await storage.get(other)) ?? new Uint8Array());
  await expect(readFileAsFamily(ctx.proof, fileId)).rejects.toThrow(/changed|context/);
  await storage.delete(fileId);
  await expect(readFileAsFamily(ctx.proof, fileId)).rejects.toThrow(/not in the storage/);
});

async function again(ctx: { proof: { familyId: number } }) {
  const row = await prisma.supportingDocument.findFirstOrThrow({
    where: { familyId: ctx.proof.familyId },
  });
  return { typeId: row.typeId, childId: row.childId };
}

test("the list says where each document stands, and what is missing", async () => {
  const { ctx, duponts, typeId, childId, other } = await aFiledInsurance();
  const missing = async (who: typeof ctx) =>
    (await readFamilyDocuments(who.proof, today)).missing.map(({ type, childId: id }) => [
      type.label,
      id,
    ]);
  const list = await readFamilyDocuments(ctx.proof, today);
  expect(list.documents).toMatchObject([
    {
      label: "Attestation d’assurance",
      status: "pending",
      number: 1,
      childId,
      files: [{ name: "assurance de Lucas.pdf" }],
    },
  ]);
  expect(list.types.map(({ label }) => label)).not.toContain("Justificatif d’absence");
  expect(await missing(ctx)).toEqual([["Attestation d’assurance", childNamed(duponts, "Léo")]]);
  // The other home sees no document, and is asked for nothing that this one has given.
  expect((await readFamilyDocuments(other.proof, today)).documents).toEqual([]);
  expect(await missing(other)).toEqual([]);

  await prisma.supportingDocument.updateMany({
    data: { state: "accepted", validUntil: dateOf("2026-12-10") },
  });
  expect((await readFamilyDocuments(ctx.proof, today)).documents).toMatchObject([
    { status: "expiring" },
  ]);
  await prisma.supportingDocument.updateMany({ data: { validUntil: dateOf("2026-11-21") } });
  expect((await readFamilyDocuments(ctx.proof, today)).documents).toMatchObject([
    { status: "expired" },
  ]);
  expect(await missing(ctx)).toHaveLength(2);
  expect(await missing(other)).toEqual([["Attestation d’assurance", childId]]);
  const later = { ...ctx, now: instantOfMoment(moment("2026-11-22T10:05")) };
  await fileDocument(later, await aSentDocument({ typeId: typeId("ASSURANCE"), childId }));
  await prisma.supportingDocument.updateMany({ data: { state: "accepted" } });
  expect((await readFamilyDocuments(ctx.proof, today)).documents).toHaveLength(1);
});
