// An agent changes a family's calendar in its stead: past the cut-off, with a price and a reason.
import { inStead } from "@/lib/auth";
import { prisma } from "@/lib/db";
import type { CellBase, CellKey } from "@/lib/domain/booking/context";
import { checkLedger } from "@/lib/services/places/check-ledger";
import { changeForFamily, type ServedChange } from "@/lib/services/reservations/change-for-family";
import { requestLateChange } from "@/lib/services/reservations/request-late-change";
import { townAgentContext } from "@/tests/support/actors";
import { anAccount } from "@/tests/support/builders/account";
import { emptyTables } from "@/tests/support/database";
import {
  aLateScenario,
  askingFor,
  friday,
  hold,
  lateCell,
  type LateScenario,
} from "./late-scenario";

let scenario: LateScenario;
let meal: CellKey;

beforeEach(async () => {
  await emptyTables();
  scenario = await aLateScenario();
  meal = await lateCell(scenario, "REPAS");
});

async function change(
  wishes: readonly (readonly [CellKey, boolean, CellBase])[],
  over: Partial<ServedChange> = {},
) {
  const agent = await anAccount(prisma, { role: "educationService" });
  const ctx = townAgentContext(agent, friday);
  return changeForFamily(
    { ...ctx, proof: inStead(ctx.proof, scenario.duponts.family.id) },
    {
      schoolYearId: scenario.year,
      wishes: Object.fromEntries(wishes.map(([key, want, seen]) => [key, { want, seen }])),
      price: "usual",
      reason: "Appel de la mère, train supprimé",
      idempotencyKey: crypto.randomUUID(),
      ...over,
    },
  );
}

test.each([
  ["usual", 223, "0"],
  ["late", 267, "1"],
  ["free", 0, "0"],
] as const)("an evening past its cut-off, %s price", async (price, amount, late) => {
  const evening = await lateCell(scenario, "ACC_SOIR");
  expect(await change([[evening, true, "free"]], { price })).toEqual({
    ok: true,
    value: { additions: 1, removals: 0 },
  });
  const reservation = await prisma.reservation.findFirstOrThrow({ include: { price: true } });
  expect(reservation).toMatchObject({
    state: "reserved",
    late: late === "1",
    offered: price === "free",
    price: { amount },
  });
  const request = await prisma.serviceRequest.findFirstOrThrow();
  expect(request).toMatchObject({ state: "accepted", additions: 1 });
  // Whoever reads the request later reads why.
  const [sent, answered] = await prisma.requestEvent.findMany({ orderBy: { id: "asc" } });
  expect(sent?.message).toBe("Appel de la mère, train supprimé");
  expect(answered?.message).toBeNull();
  expect(await checkLedger(prisma)).toEqual([]);
  const mails = await prisma.outboxEmail.findMany();
  expect(mails.length).toBeGreaterThan(0);
  for (const { text } of mails) {
    expect(text).toContain("Appel de la mère, train supprimé");
    expect(text).toContain("mardi 9 septembre 2025");
  }
});

test("a day that is held is given back, with its price; twice the same key is once", async () => {
  await change([[meal, true, "free"]]);
  const idempotencyKey = crypto.randomUUID();
  const first = await change([[meal, false, "reserved"]], { idempotencyKey });
  expect(first).toEqual({ ok: true, value: { additions: 0, removals: 1 } });
  expect(await prisma.reservation.count()).toBe(0);
  expect(await checkLedger(prisma)).toEqual([]);
});

test("all or none: a closed day, a stale page, a moment that is taken", async () => {
  const closed = await lateCell(scenario, "REPAS", "2025-12-25");
  expect(
    await change([
      [meal, true, "free"],
      [closed, true, "free"],
    ]),
  ).toMatchObject({ refusal: "served-impossible" });
  expect(await change([[meal, false, "reserved"]])).toMatchObject({ refusal: "nothing-to-send" });
  await hold(scenario, meal);
  expect(await change([[meal, false, "pending"]])).toMatchObject({ refusal: "cell-changed" });
  const past = await lateCell(scenario, "REPAS", "2025-09-04");
  expect(await change([[past, true, "free"]])).toMatchObject({ refusal: "served-impossible" });
  expect(await prisma.serviceRequest.count()).toBe(0);
});

test("what the family had asked, and is changed, is withdrawn", async () => {
  const wednesday = await lateCell(scenario, "JOURNEE", "2025-09-17");
  await prisma.activity.updateMany({ data: { additions: "examined", removals: "examined" } });
  const asking = await askingFor(scenario, meal);
  expect((await requestLateChange(scenario.ctx, asking)).ok).toBe(true);
  const served = await change([
    [wednesday, true, "free"],
    [meal, false, "pending"],
  ]);
  expect(served).toEqual({ ok: true, value: { additions: 1, removals: 1 } });
  expect(await prisma.reservation.findMany({ select: { state: true } })).toEqual([
    { state: "reserved" },
  ]);
  const states = await prisma.serviceRequest.findMany({ orderBy: { number: "asc" } });
  expect(states.map(({ state }) => state).sort()).toEqual(["accepted", "accepted", "withdrawn"]);
  expect(await checkLedger(prisma)).toEqual([]);
});
