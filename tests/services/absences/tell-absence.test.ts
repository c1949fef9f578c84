import { prisma } from "@/lib/db";
import type { CellKey } from "@/lib/domain/booking/context";
import { readReserved } from "@/lib/services/absences/read-reserved";
import { tellAbsence } from "@/lib/services/absences/tell-absence";
import { decideRequest } from "@/lib/services/reservations/decide";
import { agentContext } from "@/tests/services/request-kinds/scenario";
import {
  aLateScenario,
  hold,
  lateCell,
  type LateScenario,
} from "@/tests/services/reservations/late-scenario";
import { anAccount } from "@/tests/support/builders/account";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";
import { withStatements } from "@/tests/support/statements";

const reason = "Léo et Lucas ont de la fièvre.";

let late: LateScenario;
let meal: CellKey;
let nextMeal: CellKey;
let evening: CellKey;

beforeEach(async () => {
  await emptyTables();
  late = await aLateScenario();
  meal = await lateCell(late, "REPAS");
  nextMeal = await lateCell(late, "REPAS", "2025-09-11");
  evening = await lateCell(late, "ACC_SOIR");
  for (const key of [meal, nextMeal, evening]) await hold(late, key);
}, 30_000);

async function shown() {
  const reserved = await readReserved(late.ctx.proof, late.ctx.moment);
  return reserved?.places ?? [];
}

async function everything(ctx = late.ctx) {
  const sent = (await shown()).flatMap(({ key, outcome }) =>
    outcome === null || outcome === "asked" ? [] : [`${key}|${outcome}`],
  );
  const input = {
    schoolYearId: late.year,
    places: sent,
    reason,
    idempotencyKey: crypto.randomUUID(),
  };
  return { ctx, input };
}

const requests = () =>
  prisma.serviceRequest.findMany({ include: { lines: true }, orderBy: { number: "asc" } });

test("shows what is held in the coming days, with what would become of it", async () => {
  expect((await shown()).map(({ key, outcome }) => [key, outcome])).toEqual(
    expect.arrayContaining([
      [meal, expect.stringMatching(/late|atOnce|examined/)],
      [evening, expect.stringMatching(/late|atOnce|examined/)],
    ]),
  );
});

test("several children, units and days leave in one sending and one e-mail", async () => {
  const { ctx, input } = await everything();
  const { sent, statements } = await withStatements(() => tellAbsence(ctx, input));
  expect(sent).toEqual({ ok: true, value: { submissionId: expect.any(String) } });
  const filed = await requests();
  expect(new Set(filed.map(({ submissionId }) => submissionId)).size).toBe(1);
  expect(new Set(filed.map(({ childId }) => childId)).size).toBe(2);
  expect(filed.flatMap(({ lines }) => lines)).toHaveLength(3);
  expect(await prisma.outboxEmail.count()).toBe(1);
  const begin = statements.findIndex((sql) => sql.startsWith("BEGIN"));
  const end = statements.findIndex((sql) => sql.startsWith("COMMIT"));
  expect(end - begin - 1).toBeLessThanOrEqual(9);
});

test("what comes late waits with the reason, what comes in time is settled", async () => {
  const { ctx, input } = await everything();
  await tellAbsence(ctx, input);
  for (const request of await requests()) {
    expect(request.reason).toBe(request.late ? reason : null);
    if (request.late) expect(request.state).toBe("pending");
  }
  expect((await requests()).some((request) => request.late)).toBe(true);
});

test("a late request of several dates is decided in one answer and one e-mail", async () => {
  const { ctx, input } = await everything();
  await tellAbsence(ctx, input);
  const several = (await requests()).find(({ late: isLate, lines }) => isLate && lines.length > 1);
  if (!several) throw new Error("No late request of several dates");
  const account = await anAccount(prisma, { role: "activityAgent", scopes: [{}] });
  const agent = { ...agentContext(account), moment: late.ctx.moment, now: late.ctx.now };
  const before = await prisma.outboxEmail.count();
  const decided = await decideRequest(agent, {
    number: several.number,
    decision: "accept",
    lines: "all",
    others: "wait",
    count: several.lines.length,
    reason: null,
    idempotencyKey: crypto.randomUUID(),
  });
  expect(decided).toMatchObject({ ok: true, value: { count: several.lines.length, left: 0 } });
  expect(await prisma.outboxEmail.count()).toBe(before + 1);
});

test("the same key gives the same answer, and nothing twice", async () => {
  const { ctx, input } = await everything();
  const first = await tellAbsence(ctx, input);
  expect(await tellAbsence(ctx, input)).toEqual(first);
  expect(await prisma.outboxEmail.count()).toBe(1);
});

test("what is no longer as it was read is refused, and nothing is written", async () => {
  const { ctx, input } = await everything();
  await prisma.reservation.deleteMany({ where: { day: new Date("2025-09-11") } });
  expect(await tellAbsence(ctx, input)).toEqual({ ok: false, refusal: "cell-changed" });
  expect(await requests()).toEqual([]);
  // Read in time, sent once the cut-off has passed: the family reads again what it would become.
  const later = guardianContext(late.duponts.family, "2025-09-09T23:00");
  const kept = { ...input, places: [`${meal}|atOnce`], idempotencyKey: crypto.randomUUID() };
  expect(await tellAbsence(later, kept)).toEqual({ ok: false, refusal: "cell-changed" });
});

test("another family's place is refused", async () => {
  const { input } = await everything();
  const stranger = { ...late.ctx, proof: { ...late.ctx.proof, familyId: 999999 } };
  expect(await tellAbsence(stranger, input)).toEqual({ ok: false, refusal: "cell-changed" });
  expect(await requests()).toEqual([]);
});

test("what was told past the cut-off stays on the page until it is answered", async () => {
  const { ctx, input } = await everything();
  await tellAbsence(ctx, input);
  const held = (await shown()).map(({ key, outcome }) => [key, outcome]);
  expect(held).toContainEqual([meal, "asked"]);
  expect(held.every(([, outcome]) => outcome === "asked")).toBe(true);
});
