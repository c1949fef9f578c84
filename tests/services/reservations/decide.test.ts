import {
  aDecision,
  agentContext,
  aScenario,
  stored,
  wednesdays,
  type Scenario,
} from "@/tests/services/request-kinds/scenario";
import { prisma } from "@/lib/db";
import { decideRequest, type Decision } from "@/lib/services/reservations/decide";
import { emptyTables } from "@/tests/support/database";
import { withStatements } from "@/tests/support/statements";

let town: Scenario;

beforeEach(async () => {
  await emptyTables();
  town = await aScenario();
});

const everything = (number: number, count: number): Decision =>
  aDecision(town, number, [], { lines: "all", count });

const some = (number: number, days: readonly string[]): Decision => aDecision(town, number, days);

const refusing = (decision: Decision, reason: string): Decision => ({
  ...decision,
  decision: "refuse",
  reason,
});

test("accepting everything reserves every date, and the family is told", async () => {
  const request = await town.request();
  const { sent, statements } = await withStatements(() =>
    decideRequest(agentContext(town.agent), everything(request.number, 3)),
  );
  expect(sent).toEqual({ ok: true, value: { count: 3, refused: 0, left: 0 } });
  expect(await stored(request)).toMatchObject({
    state: "accepted",
    decided: true,
    lines: ["2025-09-03 add accepted", "2025-09-10 add accepted", "2025-09-17 add accepted"],
    reservations: ["2025-09-03 reserved", "2025-09-10 reserved", "2025-09-17 reserved"],
  });
  expect((await stored(request)).events.at(-1)).toEqual({
    kind: "accepted",
    actorName: "Nadia Leroy",
    message: null,
  });
  const begin = statements.findIndex((sql) => sql.startsWith("BEGIN"));
  const end = statements.findIndex((sql) => sql.startsWith("COMMIT"));
  expect(end - begin - 1).toBeLessThanOrEqual(6);

  const email = await prisma.outboxEmail.findFirstOrThrow();
  expect(email).toMatchObject({
    to: "madelaine@exemple.fr",
    replyTo: "education@clairval.example",
    subject: `Demande n°\u00a0${request.number}\u00a0: traitée positivement`,
  });
  expect(email.text).toContain("3 dates acceptées");
  expect(email.text).toContain("3 journées");
  expect(email.text).toContain(`http://localhost:3000/demandes/${request.number}`);
  expect(await prisma.auditEvent.findMany({ select: { kind: true, subject: true } })).toEqual([
    { kind: "request-accepted", subject: `request ${request.number}` },
  ]);
});

test("refusing some dates frees them, keeps the reason, and leaves the others to decide", async () => {
  const request = await town.request();
  const decision = refusing(some(request.number, [wednesdays[1]]), "Le centre est complet.");
  const outcome = await decideRequest(agentContext(town.agent), decision);
  expect(outcome).toEqual({ ok: true, value: { count: 1, refused: 0, left: 2 } });
  expect(await stored(request)).toMatchObject({
    state: "pending",
    decided: false,
    lines: ["2025-09-03 add pending", "2025-09-10 add refused", "2025-09-17 add pending"],
    reservations: ["2025-09-03 pending", "2025-09-17 pending"],
  });
  expect((await stored(request)).events.at(-1)).toEqual({
    kind: "refused",
    actorName: "Nadia Leroy",
    message: "Le centre est complet.",
  });
  const email = await prisma.outboxEmail.findFirstOrThrow();
  expect(email.subject).toBe(`Demande n°\u00a0${request.number}\u00a0: 1 date refusée`);
  expect(email.text).toContain("2 dates restent à examiner");
  expect(email.text).toContain("Motif donné par le service\u00a0: Le centre est complet.");

  await decideRequest(agentContext(town.colleague), everything(request.number, 2));
  expect(await stored(request)).toMatchObject({
    state: "partlyAccepted",
    decided: true,
    reservations: ["2025-09-03 reserved", "2025-09-17 reserved"],
  });
});

test("refusing everything frees every place", async () => {
  const request = await town.request();
  await decideRequest(
    agentContext(town.agent),
    refusing(everything(request.number, 3), "Effectif atteint"),
  );
  expect(await stored(request)).toMatchObject({ state: "refused", reservations: [] });
});

test("a removal that was examined: accepted, the place is free; refused, it stays reserved", async () => {
  const lines = wednesdays.slice(0, 2).map((d) => ({ day: d, change: "remove" as const }));
  const request = await town.request(lines);
  expect((await stored(request)).reservations).toEqual([
    "2025-09-03 removalPending",
    "2025-09-10 removalPending",
  ]);
  await decideRequest(agentContext(town.agent), some(request.number, [wednesdays[0]]));
  await decideRequest(
    agentContext(town.agent),
    refusing(some(request.number, [wednesdays[1]]), "Délai dépassé"),
  );
  expect(await stored(request)).toMatchObject({
    state: "partlyAccepted",
    reservations: ["2025-09-10 reserved"],
  });
});

test("of two agents at the same time, one decides and the other is told", async () => {
  const request = await town.request();
  const outcomes = await Promise.all([
    decideRequest(agentContext(town.agent), everything(request.number, 3)),
    decideRequest(
      agentContext(town.colleague),
      refusing(everything(request.number, 3), "Complet depuis hier"),
    ),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: "already-decided" }]);
  const { state, reservations } = await stored(request);
  expect(["accepted", "refused"]).toContain(state);
  expect(reservations).toHaveLength(state === "accepted" ? 3 : 0);
  expect(await prisma.outboxEmail.count()).toBe(1);
});

test("a date that no longer waits refuses the whole decision, and nothing is written", async () => {
  const request = await town.request();
  await decideRequest(agentContext(town.colleague), some(request.number, [wednesdays[0]]));
  const before = await stored(request);
  const outcome = await decideRequest(
    agentContext(town.agent),
    some(request.number, [wednesdays[0], wednesdays[1]]),
  );
  expect(outcome).toEqual({ ok: false, refusal: "request-changed" });
  expect(await decideRequest(agentContext(town.agent), everything(request.number, 3))).toEqual({
    ok: false,
    refusal: "request-changed",
  });
  expect(await stored(request)).toEqual(before);
});

test("the same key gives the same answer, once", async () => {
  const request = await town.request();
  const decision = everything(request.number, 3);
  const first = await decideRequest(agentContext(town.agent), decision);
  expect(await decideRequest(agentContext(town.agent), decision)).toEqual(first);
  expect(await prisma.outboxEmail.count()).toBe(1);
  const other = refusing(decision, "Autre chose");
  expect(await decideRequest(agentContext(town.agent), other)).toEqual({
    ok: false,
    refusal: "key-reused",
  });
});

test("outside the agent's rights, a request does not exist", async () => {
  const request = await town.request();
  const elsewhere = town.establishmentId + 1000;
  const beyond = [
    [],
    [{ activityId: town.wednesday.id + 1, establishmentId: "every" as const }],
    [{ activityId: town.wednesday.id, establishmentId: elsewhere }],
  ];
  for (const scopes of beyond) {
    const ctx = agentContext(town.agent, scopes);
    expect(await decideRequest(ctx, everything(request.number, 3))).toEqual({
      ok: false,
      refusal: "not-found",
    });
  }
  expect((await stored(request)).state).toBe("pending");
  const here = [{ activityId: "every" as const, establishmentId: town.establishmentId }];
  const within = await decideRequest(agentContext(town.agent, here), everything(request.number, 3));
  expect(within.ok).toBe(true);
});

test("a waiting date without its place is an error, never a silent yes", async () => {
  const request = await town.request();
  await prisma.reservation.deleteMany({ where: { day: new Date("2025-09-10T00:00:00.000Z") } });
  await expect(
    decideRequest(agentContext(town.agent), everything(request.number, 3)),
  ).rejects.toThrow("3 changes, 2 places");
  expect((await stored(request)).state).toBe("pending");
});
