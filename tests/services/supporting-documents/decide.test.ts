import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { decideDocuments, type DocumentDecision } from "@/lib/services/supporting-documents/decide";
import { withdrawDocuments } from "@/lib/services/supporting-documents/withdraw";
import { writeDocumentTypes } from "@/prisma/seed/supporting-documents";
import {
  aDecisionScenario,
  townAgentContext,
  type DecisionScenario,
} from "@/tests/services/family-file/decision-scenario";
import { aDocumentRequest } from "@/tests/support/builders/filing";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";

let town: DecisionScenario;
let number: number;
let documentId: string;
let requestId: string;

beforeEach(async () => {
  await emptyTables();
  town = await aDecisionScenario();
  const types = await writeDocumentTypes(prisma);
  const filed = await aDocumentRequest(prisma, {
    family: town.family,
    child: town.child,
    typeId: types.get("ASSURANCE")?.id ?? 0,
    validUntil: "2027-08-31",
  });
  number = filed.request.number;
  requestId = filed.request.id;
  documentId = filed.documentId;
});

const accepting = (until: string | null, id = documentId): DocumentDecision => ({
  number,
  decision: "accept",
  documents: [{ id, validUntil: until === null ? null : day(until) }],
  reason: null,
  idempotencyKey: crypto.randomUUID(),
});

const decide = (input: DocumentDecision, agent = town.agent) =>
  decideDocuments(townAgentContext(agent), input);
const document = () => prisma.supportingDocument.findUniqueOrThrow({ where: { id: documentId } });
const request = () => prisma.serviceRequest.findUniqueOrThrow({ where: { id: requestId } });

test("accepted with the last day that the agent read; the family is told", async () => {
  expect(await decide(accepting("2027-01-31"))).toEqual({
    ok: true,
    value: { count: 1, refused: 0, left: 0 },
  });
  expect(await document()).toMatchObject({
    state: "accepted",
    validUntil: new Date("2027-01-31T00:00:00Z"),
  });
  expect((await document()).decidedAt).not.toBeNull();
  expect((await request()).state).toBe("accepted");
  const mail = await prisma.outboxEmail.findFirstOrThrow();
  expect(mail).toMatchObject({ to: "madelaine@exemple.fr" });
  expect(mail.text).toContain("valable jusqu’au 31 janv. 2027");
  expect(await prisma.auditEvent.findFirstOrThrow()).toMatchObject({
    data: { documents: [{ id: documentId, was: "2027-08-31", now: "2027-01-31" }] },
  });
});

test("refused with its reason; a date that is missing or past is not accepted", async () => {
  expect(await decide(accepting(null))).toMatchObject({ refusal: "document-date-missing" });
  expect(await decide(accepting("2026-11-22"))).toMatchObject({ refusal: "document-date-past" });
  const reason = "La photo est illisible.";
  const refusing = { ...accepting(null), decision: "refuse", reason } as const;
  expect((await decide(refusing)).ok).toBe(true);
  expect((await document()).state).toBe("refused");
  expect((await request()).state).toBe("refused");
  expect((await prisma.outboxEmail.findFirstOrThrow()).text).toContain(reason);
});

test("of two agents one decides; another document, and another request's number, are not found", async () => {
  expect(await decide(accepting("2027-01-31", crypto.randomUUID()))).toMatchObject({
    refusal: "request-changed",
  });
  expect(await decide({ ...accepting("2027-01-31"), number: 9999 })).toMatchObject({
    refusal: "not-found",
  });
  const answers = await Promise.all([
    decide(accepting("2027-01-31")),
    decide(accepting("2027-01-31"), town.colleague),
  ]);
  expect(answers.map((answer) => (answer.ok ? "done" : answer.refusal)).sort()).toEqual([
    "already-decided",
    "done",
  ]);
});

test("the family takes it back: its files go; nobody else's family can, nor who may not see it", async () => {
  const withdraw = (family = town.family) =>
    withdrawDocuments(guardianContext(family, "2026-11-23T09:00"), {
      number,
      idempotencyKey: crypto.randomUUID(),
    });
  expect(await withdraw(town.otherHome)).toMatchObject({ refusal: "not-found" });
  const rights = (maySeeFile: boolean) =>
    prisma.familyChild.updateMany({ where: { familyId: town.family.id }, data: { maySeeFile } });
  await rights(false);
  expect(await withdraw()).toMatchObject({ refusal: "not-found" });
  await rights(true);
  expect(await withdraw()).toEqual({ ok: true, value: { count: 1 } });
  expect((await document()).state).toBe("withdrawn");
  expect((await request()).state).toBe("withdrawn");
  expect(await prisma.storedFile.count()).toBe(0);
  expect(await withdraw()).toMatchObject({ refusal: "already-decided" });
  expect(await decide(accepting("2027-01-31"))).toMatchObject({ refusal: "already-decided" });
});
