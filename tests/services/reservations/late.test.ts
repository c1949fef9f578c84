import { prisma } from "@/lib/db";
import type { CellKey } from "@/lib/domain/booking/context";
import { requestLateChange } from "@/lib/services/reservations/request-late-change";
import { decideRequest } from "@/lib/services/reservations/decide";
import { readAgentRequest, readFamilyRequest } from "@/lib/services/request-kinds/detail";
import { withdrawRequest } from "@/lib/services/reservations/withdraw";
import { agentContext } from "@/tests/services/request-kinds/scenario";
import { anAccount } from "@/tests/support/builders/account";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";
import { withStatements } from "@/tests/support/statements";
import {
  aLateScenario,
  askingFor,
  friday,
  hold,
  lateCell,
  type LateScenario,
} from "./late-scenario";

let late: LateScenario;

beforeEach(async () => {
  await emptyTables();
  late = await aLateScenario();
});

const reservations = async () =>
  (await prisma.reservation.findMany({ include: { price: true } })).map(
    ({ state, late: isLate, price }) => ({ state, late: isLate, amount: price?.amount ?? null }),
  );

async function asked(key: CellKey, change: "add" | "remove" = "add") {
  const sent = await requestLateChange(late.ctx, await askingFor(late, key, change));
  if (!sent.ok) throw new Error(sent.refusal);
  return sent.value.numbers[0] ?? 0;
}

describe("an addition", () => {
  test("waits at its late price, as a request of its own; the family is told", async () => {
    const input = await askingFor(late, await lateCell(late, "ACC_SOIR"));
    const { sent, statements } = await withStatements(() => requestLateChange(late.ctx, input));
    const number = sent.ok ? (sent.value.numbers[0] ?? 0) : 0;
    expect(sent).toEqual({ ok: true, value: { numbers: [expect.any(Number)] } });
    expect(await reservations()).toEqual([
      { state: "pending", late: true, amount: input.announced },
    ]);
    const request = await prisma.serviceRequest.findUniqueOrThrow({
      where: { number },
      include: { lines: true, events: true, submission: true },
    });
    expect(request).toMatchObject({ state: "pending", late: true, reason: input.reason });
    expect(request.submission.kind).toBe("reservations");
    expect(request.lines).toMatchObject([
      { change: "add", state: "pending", amount: input.announced },
    ]);
    expect(request.events.map(({ kind }) => kind)).toEqual(["submitted"]);
    const begin = statements.findIndex((sql) => sql.startsWith("BEGIN"));
    const end = statements.findIndex((sql) => sql.startsWith("COMMIT"));
    expect(end - begin - 1).toBeLessThanOrEqual(8);

    const mail = await prisma.outboxEmail.findFirstOrThrow();
    expect(mail.replyTo).toBe("education@clairval.example");
    expect(mail.subject).toBe(`Demande n°\u00a0${number}\u00a0: ajout hors délai, à l’étude`);
    expect(mail.text).toMatch(/coûtera \d,\d\d\u00a0€ au lieu de \d,\d\d\u00a0€\./);
    expect(mail.text).toContain("Accueil soir, mardi 9 septembre 2025");
    const event = await prisma.auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(event).toMatchObject({ kind: "late-change-requested", subject: request.submissionId });
    expect(JSON.stringify(event.data)).not.toContain("réunion");
  });

  test("leaves the draft alone", async () => {
    const key = await lateCell(late, "REPAS");
    await prisma.draft.create({
      data: {
        accountId: late.ctx.proof.accountId,
        familyId: late.ctx.proof.familyId,
        schoolYearId: late.year,
        demarche: "reservations",
        revision: 3,
        payload: { chosen: [], wishes: {} },
        updatedAt: new Date("2025-09-05T08:00:00Z"),
      },
    });
    await asked(key);
    expect(await prisma.draft.findFirst()).toMatchObject({ revision: 3 });
  });

  test("accepted, it is held at its late price; refused or withdrawn, it is gone", async () => {
    const agent = await theAgent();
    const price = (await askingFor(late, await lateCell(late, "ACC_SOIR"))).announced;
    const accepted = await asked(await lateCell(late, "ACC_SOIR"));
    await decide(agent, accepted, "accept");
    expect(await reservations()).toEqual([{ state: "reserved", late: true, amount: price }]);
    const refused = await asked(await lateCell(late, "REPAS"));
    await decide(agent, refused, "refuse");
    const withdrawn = await asked(await lateCell(late, "REPAS", "2025-09-11"));
    const idempotencyKey = crypto.randomUUID();
    expect((await withdrawRequest(late.ctx, { number: withdrawn, idempotencyKey })).ok).toBe(true);
    expect(await reservations()).toHaveLength(1);
  });
});

describe("a cancellation", () => {
  test("waits, and the place stays held and due", async () => {
    const key = await lateCell(late, "REPAS");
    await hold(late, key);
    const number = await asked(key, "remove");
    expect(await reservations()).toMatchObject([{ state: "removalPending", late: false }]);
    const request = await readFamilyRequest(late.ctx.proof, number);
    expect(request?.lateReason).toBe("Ma réunion finit plus tard.");
  });

  test("justified, nothing is due; not justified, it stays reserved, thus due", async () => {
    const agent = await theAgent();
    const key = await lateCell(late, "REPAS");
    await hold(late, key);
    const first = await asked(key, "remove");
    await decide(agent, first, "refuse");
    expect(await reservations()).toMatchObject([{ state: "reserved" }]);
    const told = await prisma.outboxEmail.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    expect(told.replyTo).toBe("education@clairval.example");
    const second = await asked(key, "remove");
    await decide(agent, second, "accept");
    expect(await reservations()).toEqual([]);
    const mails = await prisma.outboxEmail.findMany();
    const texts = mails.map(({ text }) => text).join("\n");
    expect(texts).toContain("motif non reconnu, la prestation reste due");
    expect(texts).toContain("motif reconnu, rien n’est dû");
    const seen = await readAgentRequest(agent.proof, second);
    expect(seen?.events.map(({ kind }) => kind)).toEqual(["submitted", "accepted"]);
  });
});

describe("several in one sending", () => {
  test("a request per inscription, one e-mail that names all, one price for all", async () => {
    const cells = [
      await lateCell(late, "REPAS"),
      await lateCell(late, "REPAS", "2025-09-11"),
      await lateCell(late, "ACC_SOIR"),
    ];
    const input = await askingFor(late, cells);
    const alone = await Promise.all(cells.map((cell) => askingFor(late, cell)));
    expect(input.announced).toBe(alone.reduce((sum, { announced }) => sum + (announced ?? 0), 0));
    const { sent, statements } = await withStatements(() => requestLateChange(late.ctx, input));
    const numbers = sent.ok ? sent.value.numbers : [];
    expect(numbers).toHaveLength(2);
    const begin = statements.findIndex((sql) => sql.startsWith("BEGIN"));
    const end = statements.findIndex((sql) => sql.startsWith("COMMIT"));
    expect(end - begin - 1).toBeLessThanOrEqual(8);
    const requests = await prisma.serviceRequest.findMany({
      include: { lines: true },
      orderBy: { number: "asc" },
    });
    expect(new Set(requests.map(({ submissionId }) => submissionId)).size).toBe(1);
    expect(requests.map(({ late: isLate, lines }) => [isLate, lines.length])).toEqual(
      expect.arrayContaining([
        [true, 2],
        [true, 1],
      ]),
    );
    const mails = await prisma.outboxEmail.findMany();
    expect(mails).toHaveLength(1);
    for (const number of numbers) expect(mails[0]?.text).toContain(`Demande n°\u00a0${number}`);
    expect(mails[0]?.text).toContain("Repas, jeudi 11 septembre 2025");
    expect(mails[0]?.text).toMatch(/ces 3 réservations coûteront \d,\d\d\u00a0€/);
    expect(await prisma.auditEvent.count({ where: { kind: "late-change-requested" } })).toBe(1);
  });

  test("one that cannot be asked: none is", async () => {
    const inTime = await lateCell(late, "REPAS", "2025-09-16");
    const input = await askingFor(late, [await lateCell(late, "REPAS"), inTime]);
    expect(await requestLateChange(late.ctx, input)).toMatchObject({ refusal: "late-in-time" });
    expect(await prisma.serviceRequest.count()).toBe(0);
  });
});

describe("once and only once", () => {
  test("the same key twice, even at once: one request, the same number", async () => {
    const input = await askingFor(late, await lateCell(late, "REPAS"));
    const both = await Promise.all([
      requestLateChange(late.ctx, input),
      requestLateChange(late.ctx, input),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0].ok).toBe(true);
    const other = { ...input, reason: "Un autre motif." };
    expect(await requestLateChange(late.ctx, other)).toEqual({ ok: false, refusal: "key-reused" });
    expect(await prisma.serviceRequest.count()).toBe(1);
    expect(await prisma.outboxEmail.count()).toBe(1);
  });

  test("two parents at once: one is asked, the other is told", async () => {
    const thomas = guardianContext(late.duponts.family, friday, 1);
    const key = await lateCell(late, "REPAS");
    const [mine, his] = [await askingFor(late, key), await askingFor(late, key)];
    const both = await Promise.all([
      requestLateChange(late.ctx, mine),
      requestLateChange(thomas, his),
    ]);
    const refusals = both.map((answer) => (answer.ok ? null : answer.refusal));
    expect(refusals.filter(Boolean)).toEqual(["cell-changed"]);
    expect(await prisma.serviceRequest.count()).toBe(1);
    expect(await reservations()).toHaveLength(1);
  });
});

async function theAgent() {
  const account = await anAccount(prisma, {
    role: "activityAgent",
    scopes: [{}],
  });
  return { ...agentContext(account), moment: late.ctx.moment, now: late.ctx.now };
}

async function decide(
  agent: Awaited<ReturnType<typeof theAgent>>,
  number: number,
  decision: "accept" | "refuse",
) {
  const reason = decision === "refuse" ? "Absence non signalée" : null;
  const idempotencyKey = crypto.randomUUID();
  const input = {
    number,
    decision,
    others: "wait" as const,
    lines: "all" as const,
    count: 1,
    reason,
    idempotencyKey,
  };
  expect(await decideRequest(agent, input)).toEqual({
    ok: true,
    value: { count: 1, refused: 0, left: 0 },
  });
}
