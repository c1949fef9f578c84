import { issuedDocumentPdf } from "@/lib/documents/issued-document";
import { prisma } from "@/lib/db";
import { moment } from "@/lib/domain/day";
import { issueAttestation } from "@/lib/services/documents/issue";
import { readDocumentsPage, readFamilyDocument } from "@/lib/services/documents/list";
import { verifyDocument } from "@/lib/services/documents/verify";
import { aFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import { theDuponts, type Duponts } from "@/tests/support/duponts";
import { at, childNamed, key, parentOf, yearNamed } from "./scenario";

let its: Duponts;
let sent: { childId: number; schoolYearId: number; idempotencyKey: string };

beforeEach(async () => {
  await emptyTables();
  its = await theDuponts();
  const schoolYearId = await yearNamed("2026-2027");
  sent = { childId: childNamed(its, "Lucas").id, schoolYearId, idempotencyKey: key() };
});

async function issued(): Promise<string> {
  const answer = await issueAttestation(parentOf(its.family), sent);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value.code;
}

test("a document is kept with its journal event, which does not hold its number", async () => {
  const code = await issued();
  const [row] = await prisma.issuedDocument.findMany();
  expect(row).toMatchObject({ code, kind: "attestation", familyId: its.family.id });
  const [event] = await prisma.auditEvent.findMany({ where: { kind: "document-issued" } });
  expect(event).toMatchObject({
    familyId: its.family.id,
    subject: `document ${row?.id}`,
    data: { kind: "attestation", childId: sent.childId },
  });
  expect(JSON.stringify(event?.data)).not.toContain(code);
});

test("the same key twice is one document; with anything else it is refused", async () => {
  const code = await issued();
  expect(await issued()).toBe(code);
  expect(await prisma.issuedDocument.count()).toBe(1);
  const other = { ...sent, childId: childNamed(its, "Léo").id };
  expect(await issueAttestation(parentOf(its.family), other)).toEqual({
    ok: false,
    refusal: "key-reused",
  });
});

test("what was issued never changes and never goes", async () => {
  await issued();
  await expect(prisma.issuedDocument.updateMany({ data: { content: {} } })).rejects.toThrow(
    "append-only",
  );
  await expect(prisma.issuedDocument.deleteMany()).rejects.toThrow("append-only");
});

test("both guardians find it again, no other family does", async () => {
  const code = await issued();
  const page = await readDocumentsPage(parentOf(its.family, 1).proof, 1, moment(at));
  expect(page).toMatchObject({
    total: 1,
    documents: [{ code, title: "Attestation d’inscription", about: "Lucas Dupont" }],
    currentYearId: sent.schoolYearId,
  });
  expect(page.years[0]?.name).toBe("2026-2027");
  const child = { existing: childNamed(its, "Lucas") };
  for (const spec of [{ name: "Durand" }, { name: "Martin", children: [child] }]) {
    const { proof } = parentOf(await aFamily(prisma, spec));
    expect(await readFamilyDocument(proof, code)).toBeNull();
    expect((await readDocumentsPage(proof, 1, moment(at))).documents).toEqual([]);
  }
});

test("whoever holds the number reads what was given, in any case; nobody else does", async () => {
  const code = await issued();
  for (const typed of [code, code.toLowerCase(), code.replaceAll("-", " ")])
    expect(await verifyDocument(typed, "192.0.2.1")).toMatchObject({
      ok: true,
      value: { code, content: { title: "Attestation d’inscription" } },
    });
  for (const typed of ["2222-2222-2222", "n’importe quoi", ""])
    expect(await verifyDocument(typed, "192.0.2.1")).toEqual({ ok: true, value: null });
});

test("numbers cannot be tried at speed from one address", async () => {
  const code = await issued();
  for (let n = 0; n < 60; n += 1) await verifyDocument("2222-2222-2222", "192.0.2.2");
  expect(await verifyDocument(code, "192.0.2.2")).toEqual({
    ok: false,
    refusal: "too-many-attempts",
  });
  expect((await verifyDocument(code, "192.0.2.3")).ok).toBe(true);
});

test("it is printed again as it was, whatever the family's file says since", async () => {
  const code = await issued();
  const print = async () => {
    const document = await readFamilyDocument(parentOf(its.family).proof, code);
    if (!document) throw new Error("The family finds its document");
    return Buffer.from(await issuedDocumentPdf(document, "familles.clairval.example/verifier"));
  };
  const first = await print();
  await prisma.child.updateMany({ data: { lastName: "Durand" } });
  expect((await print()).equals(first)).toBe(true);
  expect(first.subarray(0, 8).toString()).toBe("%PDF-1.7");
});
