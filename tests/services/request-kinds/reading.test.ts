import { agentContext, aScenario, guardianOf, type Scenario } from "./scenario";
import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { readAgentRequest, readFamilyRequest } from "@/lib/services/request-kinds/detail";
import { listRequests } from "@/lib/services/request-kinds/list";
import {
  countQueue,
  nextToDecide,
  queueChoices,
  readQueue,
} from "@/lib/services/request-kinds/queue";
import type { QueueFilters } from "@/lib/services/request-kinds/queue-filters";
import type { RequestKind } from "@/lib/domain/request-kind";
import { contentOf } from "@/tests/support/request-content";
import { agentProof } from "@/tests/support/actors";
import { aFileRequest } from "@/tests/support/builders/filing";
import { emptyTables } from "@/tests/support/database";
import { withStatements } from "@/tests/support/statements";

let town: Scenario;

beforeEach(async () => {
  await emptyTables();
  town = await aScenario();
});

const toDo: QueueFilters = {
  state: "pending",
  kind: null,
  activityId: null,
  establishmentId: null,
  search: "",
  from: null,
  to: null,
  lateOnly: false,
  writtenOnly: false,
  likeness: "exact",
  order: "oldest",
  page: 1,
};

test("a family reads its own requests only, latest first, filtered and paged", async () => {
  const waiting = await town.request();
  const accepted = await town.request([{ day: "2025-10-01", state: "accepted" }]);
  const all = { state: null, childId: null, page: 1 };
  const { proof } = guardianOf(town.family);
  const page = await listRequests(proof, all);
  expect(page.requests.map(({ number }) => number)).toEqual([accepted.number, waiting.number]);
  expect(page).toMatchObject({ total: 2, children: [{ firstName: "Léo" }] });
  const pending = await listRequests(proof, { ...all, state: "pending" });
  expect(pending.requests.map(({ number }) => number)).toEqual([waiting.number]);
  expect(await listRequests(proof, { ...all, page: 2 })).toMatchObject({ requests: [], total: 2 });
  for (const family of [town.otherHome, town.stranger]) {
    expect(await listRequests(guardianOf(family).proof, all)).toMatchObject({ total: 0 });
  }
});

test("the detail groups the dates by change, unit and answer, in words", async () => {
  const request = await town.request([
    { day: "2025-09-03", state: "accepted" },
    { day: "2025-09-10" },
    { day: "2025-09-17" },
    { day: "2025-09-24", change: "remove" },
  ]);
  const { sent: detail, statements } = await withStatements(() =>
    readFamilyRequest(guardianOf(town.family).proof, request.number),
  );
  expect(statements).toHaveLength(2);
  expect(detail).toMatchObject({
    number: request.number,
    state: "pending",
    by: "Madelaine Dupont",
    about: { kind: "child", firstName: "Léo" },
    departmentEmail: "education@clairval.example",
    additions: 3,
    removals: 1,
    createdAt: "2025-07-01T08:00:00.000Z",
  });
  expect(
    contentOf(detail, "reservations").groups.map(({ change, state, days, undone }) => ({
      change,
      state,
      days,
      undone,
    })),
  ).toEqual([
    { change: "add", state: "accepted", days: ["2025-09-03"], undone: [] },
    { change: "add", state: "pending", days: ["2025-09-10", "2025-09-17"], undone: [] },
    { change: "remove", state: "pending", days: ["2025-09-24"], undone: [] },
  ]);
  expect(contentOf(detail, "reservations").groups[0]?.sentence).toBe(
    "le mercredi 3 sept. 2025\u00a0: 1 journée",
  );
  expect(detail?.events).toEqual([
    {
      at: "2025-07-01T08:00:00.000Z",
      kind: "submitted",
      actorName: "Madelaine Dupont",
      message: null,
    },
  ]);
});

test("what was accepted and has changed since is told with its days", async () => {
  const { number } = await town.request([
    { day: "2025-09-03", state: "accepted" },
    { day: "2025-09-10", state: "accepted" },
    { day: "2025-09-17", state: "refused" },
  ]);
  await prisma.reservation.deleteMany({ where: { day: new Date("2025-09-10") } });
  const detail = await readFamilyRequest(guardianOf(town.family).proof, number);
  const groups = contentOf(detail, "reservations").groups;
  expect(groups.map(({ state, undone }) => [state, undone])).toEqual([
    ["accepted", ["2025-09-10"]],
    ["refused", []],
  ]);
});

test("a stranger, the child's other family and an agent out of reach find nothing", async () => {
  const { number } = await town.request();
  for (const family of [town.otherHome, town.stranger]) {
    expect(await readFamilyRequest(guardianOf(family).proof, number)).toBeNull();
  }
  const beyond = agentContext(town.agent, [
    { activityId: "every", establishmentId: 999_999 },
  ]).proof;
  expect(await readAgentRequest(beyond, number)).toBeNull();
  expect(await readQueue(beyond, toDo)).toEqual([]);
  expect((await countQueue(beyond, toDo)).pending).toBe(0);
  expect(await queueChoices(beyond)).toEqual({ activities: [], establishments: [] });
  expect(await nextToDecide(beyond, 0, toDo)).toBeNull();
  const within = agentContext(town.agent).proof;
  expect(await readAgentRequest(within, number)).toMatchObject({
    number,
    familyName: "Dupont",
    guardians: [{ name: "Madelaine Dupont", phone: "01 99 00 12 12" }, { name: "Thomas Dupont" }],
  });
});

test("the queue holds what waits, oldest first, with the number of dates that wait", async () => {
  const first = await town.request();
  const second = await town.request([
    { day: "2025-11-05" },
    { day: "2025-11-12", state: "accepted" },
  ]);
  await town.request([{ day: "2025-12-03", state: "refused" }]);
  const { proof } = agentContext(town.agent);
  const rows = await readQueue(proof, toDo);
  expect(rows.map(({ number, waiting }) => ({ number, waiting }))).toEqual([
    { number: first.number, waiting: 3 },
    { number: second.number, waiting: 1 },
  ]);
  expect(rows[0]).toMatchObject({ aboutName: "Léo Dupont", familyName: "Dupont", additions: 3 });
  const newest = await readQueue(proof, { ...toDo, state: null, order: "newest" });
  expect(newest.map(({ state }) => state)).toEqual(["refused", "pending", "pending"]);
  expect(await countQueue(proof, toDo)).toEqual({
    pending: 2,
    written: 0,
    accepted: 0,
    partlyAccepted: 0,
    refused: 1,
    dropped: 0,
    withdrawn: 0,
  });
  expect(await nextToDecide(proof, first.number, toDo)).toBe(second.number);
  expect(await nextToDecide(proof, second.number, toDo)).toBe(first.number);
});

test.each<[string, Partial<QueueFilters>, number]>([
  ["the child's name without its accents", { search: "leo" }, 1],
  ["both names in any order", { search: "DUPONT Léo" }, 1],
  ["the number", { search: "1" }, 1],
  ["another number", { search: "77" }, 0],
  ["a guardian's first name", { search: "madelaine" }, 1],
  ["a guardian's e-mail address", { search: "madelaine@exemple.fr" }, 1],
  ["a phone, grouped otherwise", { search: "01.99.00.12.12" }, 1],
  ["the same from abroad", { search: "+33 1 99 00 12 12" }, 1],
  ["its last four digits", { search: "1212" }, 1],
  ["a phone that nobody has", { search: "06 39 98 10 99" }, 0],
  ["the beginning of a name", { search: "dupo" }, 1],
  ["a name spelt as one hears it", { search: "Dupond", likeness: "near" }, 1],
  ["the same, where it is written so", { search: "Dupond" }, 0],
  ["a name that nobody has", { search: "Léa" }, 0],
  ["what would be a pattern", { search: "%" }, 0],
  ["a period that it touches", { from: day("2025-09-10"), to: day("2025-09-11") }, 1],
  ["a period after it", { from: day("2025-09-18") }, 0],
  ["a period before it", { to: day("2025-09-02") }, 0],
  ["another activity", { activityId: 999_999 }, 0],
  ["another establishment", { establishmentId: 999_999 }, 0],
])("the queue is searched by %s", async (_, filters, found) => {
  await town.request();
  const rows = await readQueue(agentContext(town.agent).proof, { ...toDo, ...filters });
  expect(rows).toHaveLength(found);
});

test("the queue's page is one statement, and needs no scan of the requests", async () => {
  await town.request();
  const { proof } = agentContext(town.agent);
  const { statements } = await withStatements(() => readQueue(proof, toDo));
  expect(statements).toHaveLength(1);
  const plan = await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return tx.$queryRaw<{ "QUERY PLAN": string }[]>`
      EXPLAIN SELECT q.number FROM "ServiceRequest" q
      WHERE q.state = 'pending' ORDER BY q.number LIMIT 25`;
  });
  expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain(
    "ServiceRequest_state_number_idx",
  );
});

test("the queue can show one kind of request; the file's are for those who see the whole town", async () => {
  await town.request();
  const [child] = town.family.children;
  const file = await aFileRequest(prisma, {
    family: town.family,
    ...(child && { child }),
    lines: [
      { field: "school", was: null, now: "École Prévert" },
      { field: "hasPai", was: null, now: "oui" },
    ],
  });
  const everywhere = agentProof(town.agent, "town");
  const numbers = async (kind: RequestKind | null, agent = everywhere) =>
    (await readQueue(agent, { ...toDo, kind })).map(({ number }) => number);
  expect(await numbers(null)).toHaveLength(2);
  expect(await numbers("familyFile")).toEqual([file.number]);
  expect(await numbers("supportingDocuments")).toEqual([]);
  expect(await numbers("familyFile", agentContext(town.agent).proof)).toEqual([]);
  const [row] = await readQueue(everywhere, { ...toDo, kind: "familyFile" });
  expect(row).toMatchObject({ kind: "familyFile", subject: "Dossier", answers: 2, waiting: 0 });
  expect(await nextToDecide(everywhere, 0, toDo)).not.toBeNull();
});
