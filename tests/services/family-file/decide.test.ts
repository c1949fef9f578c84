import { contentOf } from "@/tests/support/request-content";
import { agentProof, familyProof } from "@/tests/support/actors";
import { prisma } from "@/lib/db";
import type { FamilyField } from "@/lib/domain/family-file";
import { instant } from "@/lib/domain/day";
import { decideFileChanges, type FileDecision } from "@/lib/services/family-file/decide";
import { openHealth } from "@/lib/services/family-file/sealed-health";
import {
  readAgentRequest,
  readFamilyRequest,
  withHealth,
} from "@/lib/services/request-kinds/detail";
import { aFileRequest, type FileLineSpec } from "@/tests/support/builders/filing";
import { emptyTables } from "@/tests/support/database";
import { aDecisionScenario, townAgentContext, type DecisionScenario } from "./decision-scenario";

let town: DecisionScenario;

beforeEach(async () => {
  await emptyTables();
  town = await aDecisionScenario();
});

const school: FileLineSpec = { field: "school", was: null, now: "École Prévert" };
const schoolClass: FileLineSpec = { field: "schoolClass", was: "CP", now: "CE1" };
const pai: FileLineSpec = { field: "hasPai", was: null, now: "oui" };
const address: FileLineSpec = {
  field: "address",
  was: "1 rue Haute\n91000 Clairval-sur-Orge",
  now: "2 rue Basse\nBâtiment B\n91000 Clairval-sur-Orge",
};

const aboutChild = (lines: readonly FileLineSpec[]) =>
  aFileRequest(prisma, { family: town.family, child: town.child, lines });

const accepting = (number: number, fields: readonly FamilyField[]): FileDecision => ({
  number,
  decision: "accept",
  fields,
  reason: null,
  idempotencyKey: crypto.randomUUID(),
});

const decide = (input: FileDecision, agent = town.agent) =>
  decideFileChanges(townAgentContext(agent), input);

async function stored(id: string) {
  const row = await prisma.serviceRequest.findUniqueOrThrow({
    where: { id },
    include: { fileChanges: { orderBy: { field: "asc" } }, events: { orderBy: { id: "asc" } } },
  });
  return {
    state: row.state,
    decided: row.decidedAt !== null,
    lines: row.fileChanges.map(({ field, state }) => `${field} ${state}`),
    events: row.events.map(({ kind, actorName, message }) => ({ kind, actorName, message })),
  };
}

test("one line accepted takes effect, another refused with its reason does not", async () => {
  const request = await aboutChild([school, schoolClass]);
  expect(await decide(accepting(request.number, ["school"]))).toEqual({
    ok: true,
    value: { count: 1, refused: 0, left: 1 },
  });
  expect(await stored(request.id)).toMatchObject({ state: "pending", decided: false });
  const refusing = {
    ...accepting(request.number, ["schoolClass"]),
    decision: "refuse",
    reason: "Joignez un certificat de scolarité.",
  } as const;
  expect(await decide(refusing)).toEqual({ ok: true, value: { count: 1, refused: 0, left: 0 } });
  expect(await stored(request.id)).toEqual({
    state: "partlyAccepted",
    decided: true,
    lines: ["school accepted", "schoolClass refused"],
    events: [
      { kind: "submitted", actorName: "Madelaine Dupont", message: null },
      { kind: "partlyAccepted", actorName: "Nadia Leroy", message: null },
      { kind: "refused", actorName: "Nadia Leroy", message: refusing.reason },
    ],
  });
  const child = await prisma.child.findUniqueOrThrow({ where: { id: town.child.id } });
  expect(child).toMatchObject({ school: "École Prévert", schoolClass: null });

  const mails = await prisma.outboxEmail.findMany({ orderBy: { subject: "asc" } });
  expect(mails.map(({ to }) => to)).toEqual(["madelaine@exemple.fr", "madelaine@exemple.fr"]);
  const texts = mails.map(({ text }) => text).join("\n");
  expect(texts).toContain("École\u00a0: non renseigné, devient École Prévert");
  expect(texts).toContain("1 information reste à examiner");
  expect(texts).toContain("Motif donné par le service\u00a0: Joignez un certificat de scolarité.");
  expect(mails.every(({ replyTo }) => replyTo?.includes("@"))).toBe(true);
  const journal = await prisma.auditEvent.findMany({ orderBy: { id: "asc" } });
  expect(journal.map(({ kind }) => kind)).toEqual(["request-accepted", "request-refused"]);
});

test("an address is written to the guardian, health sealed to the child and said nowhere", async () => {
  const [guardian] = town.family.guardians;
  const moved = await aFileRequest(prisma, {
    family: town.family,
    guardian: { id: guardian?.id ?? 0 },
    lines: [address],
  });
  expect((await decide(accepting(moved.number, ["address"]))).ok).toBe(true);
  const row = await prisma.guardian.findUniqueOrThrow({ where: { id: guardian?.id ?? 0 } });
  expect(row.address).toBe(address.now);

  const health = await aboutChild([pai]);
  expect((await decide(accepting(health.number, ["hasPai"]))).ok).toBe(true);
  const known = await prisma.childHealth.findUniqueOrThrow({ where: { childId: town.child.id } });
  expect(openHealth(town.child.id, known.sealed)).toMatchObject({ hasPai: "oui" });
  const mail = await prisma.outboxEmail.findFirstOrThrow({
    where: { subject: { contains: String(health.number) } },
  });
  expect(mail.text).toContain("(PAI)");
  expect(mail.text).not.toMatch(/devient/);
  const events = await prisma.auditEvent.findMany({ where: { kind: "request-accepted" } });
  expect(JSON.stringify(events.map(({ data }) => data))).not.toContain("oui");
});

test("of two agents one decides, the other is told; a line that is gone is no longer decided", async () => {
  const request = await aboutChild([school, schoolClass]);
  const [one, two] = await Promise.all([
    decide(accepting(request.number, ["school", "schoolClass"])),
    decide(accepting(request.number, ["school", "schoolClass"]), town.colleague),
  ]);
  const answers = [one, two].map((answer) => (answer?.ok ? "done" : answer?.refusal)).sort();
  expect(answers).toEqual(["already-decided", "done"]);
  expect(await prisma.outboxEmail.count()).toBe(1);

  const other = await aboutChild([school, { ...schoolClass, state: "withdrawn" }]);
  expect(await decide(accepting(other.number, ["school", "schoolClass"]))).toMatchObject({
    refusal: "request-changed",
  });
  expect(await decide(accepting(other.number, []))).toMatchObject({ refusal: "request-changed" });
  expect(await decide(accepting(9999, ["school"]))).toMatchObject({ refusal: "not-found" });
});

test("the same sending twice gives the same answer, and one e-mail", async () => {
  const request = await aboutChild([school]);
  const input = accepting(request.number, ["school"]);
  const first = await decide(input);
  expect(await decide(input)).toEqual(first);
  expect(await prisma.outboxEmail.count()).toBe(1);
  expect(await decide({ ...input, decision: "refuse", reason: "Non" })).toMatchObject({
    refusal: "key-reused",
  });
});

test("health is read on the request's page only, by who may, and each reading is in the journal", async () => {
  const request = await aboutChild([school, pai]);
  const now = instant("2026-11-23T09:00:00.000Z");
  const { proof } = townAgentContext(town.agent);
  const everywhere = proof;
  const closed = await readAgentRequest(everywhere, request.number);
  expect(
    contentOf(closed, "familyFile").changes.map(({ field, values }) => [field, values]),
  ).toEqual([
    ["school", { was: null, now: "École Prévert" }],
    ["hasPai", null],
  ]);
  expect(await prisma.auditEvent.count()).toBe(0);
  const opened = closed && (await withHealth(everywhere, closed, now));
  expect(contentOf(opened, "familyFile").changes[1]?.values).toEqual({ was: null, now: "oui" });
  expect(await prisma.auditEvent.findFirstOrThrow()).toMatchObject({
    kind: "health-read",
    accountId: town.agent.id,
    data: { children: [town.child.id] },
  });

  const limited = agentProof({ id: town.agent.id }, [{ activityId: 1, establishmentId: "every" }]);
  expect(await readAgentRequest(limited, request.number)).toBeNull();
  const accountOf = ({ guardians }: typeof town.family) => ({ id: guardians[0]?.accountId ?? "" });
  const otherHome = familyProof(accountOf(town.otherHome), town.otherHome);
  expect(await readFamilyRequest(otherHome, request.number)).toBeNull();

  const home = familyProof(accountOf(town.family), town.family);
  await prisma.familyChild.updateMany({
    where: { familyId: town.family.id },
    data: { maySeeFile: false },
  });
  const ordered = await readFamilyRequest(home, request.number);
  const shown = ordered && (await withHealth(home, ordered, now));
  expect(contentOf(shown, "familyFile").changes.map(({ values }) => values)).toEqual([null, null]);
  expect(await prisma.auditEvent.count()).toBe(1);
});
