import { prisma } from "@/lib/db";
import { addSupportingDocument } from "@/lib/services/supporting-documents/add-document";
import { fileDocument } from "@/lib/services/supporting-documents/file-document";
import { openStorage } from "@/lib/storage/open-storage";
import { emptyTables } from "@/tests/support/database";
import { aPdf, aPhoto, aScriptedSvg } from "@/tests/support/storage/sent-files";
import { emptyStorage, storedKeys } from "@/tests/support/storage/stored";
import {
  aSentDocument,
  childNamed,
  dateOf,
  filedRows,
  theDocumentedDuponts,
  townContext,
} from "@/tests/support/supporting-documents";
import { anAccount } from "@/tests/support/builders/account";
import { aFamily } from "@/tests/support/builders/family";

beforeEach(async () => {
  await emptyTables();
  await emptyStorage();
});
afterAll(emptyStorage);

test("a document is a numbered request, its files sealed in the storage, and told by e-mail", async () => {
  const { ctx, typeId, childId } = await theDocumentedDuponts();
  const pdf = await aPdf("Assurance de Lucas");
  const files = [
    { name: "assurance.pdf", content: pdf },
    { name: "verso.png", content: await aPhoto({ format: "png" }) },
  ];
  const input = await aSentDocument({ typeId: typeId("ASSURANCE"), childId, files });
  const filed = await fileDocument(ctx, input);
  expect(filed).toMatchObject({ ok: true, value: { number: 1, accepted: false } });

  const rows = await filedRows();
  expect(rows.requests).toMatchObject([
    {
      number: 1,
      kind: "supportingDocuments",
      state: "pending",
      childId,
      guardianId: null,
      decidedAt: null,
    },
  ]);
  expect(rows.documents).toMatchObject([
    {
      requestId: rows.requests[0]?.id,
      state: "pending",
      validUntil: dateOf("2027-08-31"),
      childId,
      decidedAt: null,
      remindedAt: null,
    },
  ]);
  expect(rows.files.map(({ name, mediaType }) => [name, mediaType]).sort()).toEqual([
    ["assurance.pdf", "application/pdf"],
    ["verso.jpg", "image/jpeg"],
  ]);
  expect(await storedKeys()).toEqual(rows.files.map(({ id }) => id).sort());
  for (const key of await storedKeys()) {
    const sealed = Buffer.from((await openStorage().get(key)) ?? []);
    expect(sealed.includes("%PDF")).toBe(false);
    expect(sealed.includes("JFIF")).toBe(false);
  }
  expect(rows.emails).toMatchObject([
    {
      to: "madelainedupont@exemple.fr",
      subject: "Attestation d’assurance – Lucas Dupont\u00a0: bien reçu",
    },
  ]);
  expect(rows.emails[0]?.text).toContain("Demande n°\u00a01 – En cours d’instruction");
  expect(await prisma.auditEvent.findMany()).toMatchObject([
    { kind: "supporting-document-filed", subject: "request 1", familyId: ctx.proof.familyId },
  ]);
});

test("a document that the town takes at once is accepted at once", async () => {
  const { ctx, typeId } = await theDocumentedDuponts();
  await prisma.supportingDocumentType.updateMany({ data: { processing: "automatic" } });
  const input = await aSentDocument({ typeId: typeId("AVIS_IMPOSITION") });
  expect(await fileDocument(ctx, input)).toMatchObject({ ok: true, value: { accepted: true } });
  const { documents, requests } = await filedRows();
  expect(requests).toMatchObject([{ state: "accepted", childId: null, guardianId: null }]);
  expect(documents).toMatchObject([{ state: "accepted", validUntil: dateOf("2027-11-22") }]);
  expect(documents[0]?.decidedAt).not.toBeNull();
});

test("the same key gives the same answer, and stores nothing twice", async () => {
  const { ctx, typeId, childId } = await theDocumentedDuponts();
  const input = await aSentDocument({ typeId: typeId("ASSURANCE"), childId });
  const [first, twin] = await Promise.all([fileDocument(ctx, input), fileDocument(ctx, input)]);
  expect(first).toMatchObject({ ok: true });
  expect(twin).toEqual(first);
  expect(await fileDocument(ctx, input)).toEqual(first);
  const { documents, requests } = await filedRows();
  expect([documents.length, requests.length, (await storedKeys()).length]).toEqual([1, 1, 1]);
  const other = { ...input, files: [{ name: "a.pdf", content: await aPdf("Autre") }] };
  expect(await fileDocument(ctx, other)).toMatchObject({ refusal: "key-reused" });
  expect(await storedKeys()).toHaveLength(1);
});

test("what is refused leaves nothing: no row, no object, no number", async () => {
  const { ctx, typeId, childId, duponts } = await theDocumentedDuponts();
  const stranger = await aFamily(prisma, { name: "Durand", children: [{}] });
  const insurance = typeId("ASSURANCE");
  const good = { name: "a.pdf", content: await aPdf() };
  await prisma.supportingDocumentType.update({
    where: { code: "PAI_SIGNE" },
    data: { validity: "untilDate", validityMonths: null },
  });
  await prisma.familyChild.updateMany({
    where: { childId: childNamed(duponts, "Léo") },
    data: { maySeeFile: false },
  });
  const cases = [
    [{ typeId: insurance, childId, files: [] }, "file-missing"],
    [
      { typeId: insurance, childId, files: Array.from({ length: 6 }, () => good) },
      "too-many-files",
    ],
    [
      { typeId: insurance, childId, files: [good, { name: "b.svg", content: aScriptedSvg }] },
      "file-kind",
    ],
    [{ typeId: insurance, childId: stranger.children[0]?.id ?? 0 }, "not-found"],
    [{ typeId: insurance, childId: childNamed(duponts, "Léo") }, "not-found"],
    [{ typeId: insurance }, "not-found"],
    [{ typeId: insurance, guardianId: duponts.family.guardians[0]?.id ?? 0 }, "not-found"],
    [{ typeId: typeId("AVIS_IMPOSITION"), childId }, "not-found"],
    [{ typeId: 999, childId }, "not-found"],
    [{ typeId: typeId("ABSENCE"), childId }, "document-type-gone"],
    [{ typeId: typeId("PAI_SIGNE"), childId }, "document-date-missing"],
  ] as const;
  for (const [its, refusal] of cases)
    expect(await fileDocument(ctx, await aSentDocument(its))).toMatchObject({ ok: false, refusal });
  const { documents, files, requests, emails } = await filedRows();
  expect([documents, files, requests, emails, await storedKeys()]).toEqual([[], [], [], [], []]);
});

test("a storage that fails fails the sending, and keeps none of its files", async () => {
  const { ctx, typeId, childId } = await theDocumentedDuponts();
  const storage = openStorage();
  const real = storage.put.bind(storage);
  let calls = 0;
  const put = jest.spyOn(storage, "put").mockImplementation(async (key, content) => {
    calls += 1;
    if (calls === 2) throw new Error("The disk is full");
    await real(key, content);
  });
  const files = [await aPdf("1"), await aPdf("2")].map((content) => ({ name: "a.pdf", content }));
  const input = await aSentDocument({ typeId: typeId("ASSURANCE"), childId, files });
  await expect(fileDocument(ctx, input)).rejects.toThrow("disk");
  put.mockRestore();
  expect(calls).toBe(2);
  expect((await filedRows()).documents).toEqual([]);
  expect(await storedKeys()).toEqual([]);
});

test("an account that sends without end is stopped", async () => {
  const { ctx, typeId, childId } = await theDocumentedDuponts();
  const files = [{ name: "a.svg", content: aScriptedSvg }];
  const refusals = new Set<string>();
  for (let i = 0; i < 31; i += 1) {
    const input = await aSentDocument({ typeId: typeId("ASSURANCE"), childId, files });
    const outcome = await fileDocument(ctx, input);
    if (!outcome.ok) refusals.add(outcome.refusal);
  }
  expect([...refusals]).toEqual(["file-kind", "too-many-attempts"]);
});

test("an agent of the whole town adds a document for a family, accepted without a request", async () => {
  const { duponts, typeId, childId } = await theDocumentedDuponts();
  const agent = await anAccount(prisma, { role: "educationService" });
  const ctx = townContext(agent);
  const familyId = duponts.family.id;
  await prisma.familyChild.updateMany({ data: { maySeeFile: false } });
  const input = {
    ...(await aSentDocument({ typeId: typeId("DECISION_JUSTICE"), childId })),
    familyId,
  };
  expect(await addSupportingDocument(ctx, input)).toMatchObject({ ok: true });
  const { documents, requests } = await filedRows();
  expect(requests).toEqual([]);
  expect(documents).toMatchObject([
    {
      familyId,
      childId,
      state: "accepted",
      requestId: null,
      validUntil: null,
      accountId: agent.id,
    },
  ]);
  const stranger = await aFamily(prisma, { name: "Durand", children: [{}] });
  const wrong = { ...input, familyId: stranger.id, idempotencyKey: crypto.randomUUID() };
  expect(await addSupportingDocument(ctx, wrong)).toMatchObject({ refusal: "not-found" });
  expect(await storedKeys()).toHaveLength(1);
});
