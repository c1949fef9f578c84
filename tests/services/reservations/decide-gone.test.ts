// What can no longer be given is not accepted: days that are over, or closed since they were asked.
import {
  aDecision,
  agentContext,
  aScenario,
  stored,
  type Scenario,
} from "@/tests/services/request-kinds/scenario";
import { prisma } from "@/lib/db";
import { moment } from "@/lib/domain/day";
import { decideRequest, type Decision } from "@/lib/services/reservations/decide";
import { readAgentRequest } from "@/lib/services/request-kinds/detail";
import { emptyTables } from "@/tests/support/database";

let town: Scenario;

beforeEach(async () => {
  await emptyTables();
  town = await aScenario();
});

const on = (at: string, days: readonly string[], over: Partial<Decision>) => (number: number) =>
  decideRequest(
    { ...agentContext(town.agent), moment: moment(at) },
    aDecision(town, number, days, over),
  );

test("a day that is over is not accepted, today still is; refusing closes what is left", async () => {
  const request = await town.request();
  const { number } = request;
  const at = "2025-09-10T08:00";
  expect(await on(at, [], { lines: "all", count: 3 })(number)).toMatchObject({
    refusal: "dates-gone",
  });
  expect(await on(at, ["2025-09-03", "2025-09-10"], {})(number)).toMatchObject({
    refusal: "dates-gone",
  });
  expect((await stored(request)).reservations).not.toContain("2025-09-03 reserved");
  expect(await on(at, ["2025-09-10", "2025-09-17"], {})(number)).toMatchObject({ ok: true });
  const refuse = { decision: "refuse", reason: "Ce jour est passé." } as const;
  expect(await on(at, ["2025-09-03"], refuse)(number)).toMatchObject({ ok: true });
  expect(await stored(request)).toMatchObject({
    lines: ["2025-09-03 add refused", "2025-09-10 add accepted", "2025-09-17 add accepted"],
    reservations: ["2025-09-10 reserved", "2025-09-17 reserved"],
  });
});

test("some are accepted and the others refused: one answer, one e-mail, days that are over too", async () => {
  const request = await town.request();
  const both = { others: "refuse", reason: "Le 3 est passé." } as const;
  const answered = await on("2025-09-10T08:00", ["2025-09-10"], both)(request.number);
  expect(answered).toEqual({ ok: true, value: { count: 1, refused: 2, left: 0 } });
  expect(await stored(request)).toMatchObject({
    state: "partlyAccepted",
    lines: ["2025-09-03 add refused", "2025-09-10 add accepted", "2025-09-17 add refused"],
    reservations: ["2025-09-10 reserved"],
  });
  const [mail, ...more] = await prisma.outboxEmail.findMany({
    where: { text: { contains: "Le 3 est passé." } },
  });
  expect(more).toEqual([]);
  expect(mail?.text).toContain("1 date acceptée, 2 dates refusées.");
  expect(mail?.text).toMatch(/Dates acceptées\u00a0:[\s\S]+10 sept\.[\s\S]+Dates refusées\u00a0:/);
  const events = await prisma.requestEvent.findMany({
    where: { request: { number: request.number } },
    orderBy: { kind: "asc" },
  });
  expect(events.map(({ kind, message }) => [kind, message])).toEqual(
    expect.arrayContaining([
      ["partlyAccepted", null],
      ["refused", "Le 3 est passé."],
    ]),
  );
});

test("a day on which the group does not open any longer is not accepted either", async () => {
  const { number } = await town.request();
  await prisma.groupOpening.updateMany({ data: { weekdays: [1] } });
  const accepted = await on("2025-08-20T08:00", ["2025-09-10"], {})(number);
  expect(accepted).toMatchObject({ refusal: "dates-gone" });
});

test.each([
  ["for every unit", { everyUnit: true, reopened: false }, true],
  ["for its unit", { everyUnit: false, reopened: false }, true],
  ["and opened for its unit", { everyUnit: true, reopened: true }, false],
])("a day that was closed since, %s", async (_, { everyUnit, reopened }, isGone) => {
  const { number } = await town.request();
  const unitId = town.wednesday.units[0]?.id ?? 0;
  const { groupId } = await prisma.inscription.findFirstOrThrow({
    where: { requests: { some: { number } } },
  });
  const its = { groupId, day: new Date("2025-09-10"), reason: "Grève" };
  await prisma.openingException.create({
    data: { ...its, open: false, everyUnit, unitId: everyUnit ? null : unitId },
  });
  if (reopened)
    await prisma.openingException.create({
      data: { ...its, open: true, everyUnit: false, unitId, reason: "Ouvert" },
    });
  const read = await readAgentRequest(agentContext(town.agent).proof, number);
  const groups = read?.kind === "reservations" ? read.content.groups : [];
  expect(groups.flatMap(({ closed }) => closed)).toEqual(isGone ? ["2025-09-10"] : []);
  const accepted = await on("2025-08-20T08:00", ["2025-09-10"], {})(number);
  expect(accepted).toMatchObject(isGone ? { refusal: "dates-gone" } : { ok: true });
});
