import {
  aScenario,
  guardianOf,
  stored,
  type Scenario,
} from "@/tests/services/request-kinds/scenario";
import { prisma } from "@/lib/db";
import { withdrawRequest } from "@/lib/services/reservations/withdraw";
import { emptyTables } from "@/tests/support/database";

let town: Scenario;

beforeEach(async () => {
  await emptyTables();
  town = await aScenario();
});

const withdrawal = (number: number) => ({ number, idempotencyKey: crypto.randomUUID() });

test("what waits is given back, what took effect stays", async () => {
  const request = await town.request([
    { day: "2025-09-03", state: "accepted" },
    { day: "2025-09-10" },
    { day: "2025-09-17", change: "remove" },
  ]);
  const outcome = await withdrawRequest(guardianOf(town.family), withdrawal(request.number));
  expect(outcome).toEqual({ ok: true, value: { count: 2 } });
  const after = await stored(request);
  expect(after).toMatchObject({
    state: "accepted",
    lines: ["2025-09-03 add accepted", "2025-09-10 add withdrawn", "2025-09-17 remove withdrawn"],
    reservations: ["2025-09-03 reserved", "2025-09-17 reserved"],
  });
  expect(after.events.at(-1)).toEqual({
    kind: "withdrawn",
    actorName: "Madelaine Dupont",
    message: null,
  });
  expect(await prisma.auditEvent.count({ where: { kind: "request-withdrawn" } })).toBe(1);
});

test("a request that waits entirely is withdrawn", async () => {
  const request = await town.request();
  await withdrawRequest(guardianOf(town.family), withdrawal(request.number));
  expect(await stored(request)).toMatchObject({
    state: "withdrawn",
    decided: true,
    reservations: [],
  });
  const emails = await prisma.outboxEmail.findMany();
  expect(emails).toHaveLength(1);
  expect(emails[0]).toMatchObject({
    to: "madelaine@exemple.fr",
    replyTo: "education@clairval.example",
    subject: `Demande n°\u00a0${request.number}\u00a0: retirée`,
  });
});

test("the other guardian of the family may withdraw it, and both are told", async () => {
  const request = await town.request();
  const thomas = guardianOf(town.family, { guardian: 1 });
  await withdrawRequest(thomas, withdrawal(request.number));
  const emails = await prisma.outboxEmail.findMany({ orderBy: { to: "asc" } });
  expect(emails.map(({ to }) => to)).toEqual(["madelaine@exemple.fr", "thomas@exemple.fr"]);
  expect(emails[0]?.text).toContain("Bonjour Madelaine");
  expect(emails[0]?.text).toContain("Thomas Dupont a retiré la demande");
});

test("past days are the service's to settle", async () => {
  const request = await town.request();
  const on = "2025-09-10T12:00";
  await withdrawRequest(guardianOf(town.family, { on }), withdrawal(request.number));
  expect(await stored(request)).toMatchObject({
    state: "pending",
    lines: ["2025-09-03 add pending", "2025-09-10 add withdrawn", "2025-09-17 add withdrawn"],
    reservations: ["2025-09-03 pending"],
  });
  const again = await withdrawRequest(guardianOf(town.family, { on }), withdrawal(request.number));
  expect(again).toEqual({ ok: false, refusal: "nothing-to-withdraw" });
});

test("a stranger and the child's other family find nothing", async () => {
  const request = await town.request();
  for (const family of [town.stranger, town.otherHome]) {
    const outcome = await withdrawRequest(guardianOf(family), withdrawal(request.number));
    expect(outcome).toEqual({ ok: false, refusal: "not-found" });
  }
  const unknown = await withdrawRequest(guardianOf(town.family), withdrawal(999_999));
  expect(unknown).toEqual({ ok: false, refusal: "not-found" });
  expect((await stored(request)).state).toBe("pending");
});

test("what is decided is not withdrawn; the same key withdraws once", async () => {
  const decided = await town.request([{ day: "2025-09-03", state: "accepted" }]);
  expect(await withdrawRequest(guardianOf(town.family), withdrawal(decided.number))).toEqual({
    ok: false,
    refusal: "already-decided",
  });
  const request = await town.request([{ day: "2025-09-10" }]);
  const input = withdrawal(request.number);
  const first = await withdrawRequest(guardianOf(town.family), input);
  expect(await withdrawRequest(guardianOf(town.family), input)).toEqual(first);
  expect(await prisma.outboxEmail.count()).toBe(1);
});
