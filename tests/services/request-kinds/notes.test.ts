import { prisma } from "@/lib/db";
import { readAgentRequest, readFamilyRequest } from "@/lib/services/request-kinds/detail";
import { readNotes, writeNote } from "@/lib/services/service-requests/notes";
import { agentProof } from "@/tests/support/actors";
import { emptyTables } from "@/tests/support/database";
import { agentContext, aScenario, guardianOf, type Scenario } from "./scenario";

let town: Scenario;

beforeEach(async () => {
  await emptyTables();
  town = await aScenario();
});

const aNote = (number: number, text: string) => ({
  number,
  text,
  idempotencyKey: crypto.randomUUID(),
});

test("agents read one another's notes in their order; the family reads none, and gets no e-mail", async () => {
  const { number } = await town.request();
  await writeNote(agentContext(town.agent), aNote(number, "La mère rappelle lundi."));
  await writeNote(agentContext(town.colleague), aNote(number, "Elle a rappelé :\nd’accord."));
  expect(
    (await readNotes(agentProof(town.agent, "town"), number)).map(({ authorName, text }) => [
      authorName,
      text,
    ]),
  ).toEqual([
    ["Nadia Leroy", "La mère rappelle lundi."],
    ["Paul Morel", "Elle a rappelé :\nd’accord."],
  ]);
  const seen = await readFamilyRequest(guardianOf(town.family).proof, number);
  expect(seen).not.toBeNull();
  expect(JSON.stringify(seen)).not.toContain("rappel");
  expect(await prisma.outboxEmail.count()).toBe(0);
  expect(await prisma.auditEvent.findMany({ select: { kind: true, subject: true } })).toEqual([
    { kind: "request-noted", subject: `request ${number}` },
    { kind: "request-noted", subject: `request ${number}` },
  ]);
});

test("a form sent twice is one note", async () => {
  const { number } = await town.request();
  const note = aNote(number, "Vu avec la directrice.");
  const first = await writeNote(agentContext(town.agent), note);
  expect(await writeNote(agentContext(town.agent), note)).toEqual(first);
  expect(await prisma.requestNote.count()).toBe(1);
  expect(await writeNote(agentContext(town.agent), { ...note, text: "Autre" })).toMatchObject({
    ok: false,
    refusal: "key-reused",
  });
});

test("out of the agent's reach a request is neither noted nor its notes read", async () => {
  const { number } = await town.request();
  await writeNote(agentContext(town.agent), aNote(number, "Vu avec la directrice."));
  const elsewhere = [{ activityId: town.wednesday.id + 1, establishmentId: "every" }] as const;
  expect(await readAgentRequest(agentProof(town.agent, elsewhere), number)).toBeNull();
  expect(await readNotes(agentProof(town.agent, elsewhere), number)).toEqual([]);
  expect(await writeNote(agentContext(town.agent, elsewhere), aNote(number, "Non"))).toMatchObject({
    ok: false,
    refusal: "not-found",
  });
  expect(await prisma.requestNote.count()).toBe(1);
});
