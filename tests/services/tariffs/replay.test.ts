import { aGridTown, anEater, townContext, type GridTown } from "./grid-town";
import { dayToDate, prisma } from "@/lib/db";
import { addDays, day } from "@/lib/domain/day";
import { quotientOn, payerOn } from "@/lib/domain/tariff/paying-family";
import { priceIn } from "@/lib/domain/tariff/price";
import { readPayingFamilies } from "@/lib/services/tariffs/paying-families";
import { readGrid, type AgentGrid } from "@/lib/services/tariffs/read-grid";
import { replayYear } from "@/lib/services/tariffs/replay";
import { emptyTables } from "@/tests/support/database";
import { withStatements } from "@/tests/support/statements";

const today = day("2025-11-28");
let town: GridTown;

beforeEach(async () => {
  await emptyTables();
  town = await aGridTown();
});

async function grids(): Promise<{ draft: AgentGrid; inForce: AgentGrid }> {
  const { proof } = townContext(town.agent);
  const draft = await readGrid(proof, town.draft.id);
  const inForce = await readGrid(proof, town.inForce.id);
  if (!draft || !inForce) throw new Error("Both versions are there");
  return { draft, inForce };
}

async function replayed() {
  const { draft, inForce } = await grids();
  return replayYear(townContext(town.agent).proof, draft, inForce, today);
}

/** Every reservation by itself, through the engine, without any grouping. */
async function naive() {
  const { draft, inForce } = await grids();
  const rows = await prisma.reservation.findMany({
    include: { inscription: true },
    where: {
      day: { gte: dayToDate(day("2024-11-29")), lte: dayToDate(today) },
      state: { not: "pending" },
    },
  });
  const ids = [...new Set(rows.map((r) => r.familyId))];
  const families = await readPayingFamilies(prisma, ids);
  const perFamily = new Map<number, { before: number; after: number }>();
  let unpriced = 0;
  for (const row of rows) {
    const family = families.get(row.familyId);
    if (!family) throw new Error("The family is there");
    const payer = payerOn(family, row.inscription.childId, day(row.day.toISOString().slice(0, 10)));
    const before = priceIn(inForce.version.grid, inForce, row, payer);
    const after = priceIn(draft.version.grid, draft, row, payer);
    if (!before.ok || !after.ok) {
      unpriced += 1;
      continue;
    }
    const sum = perFamily.get(row.familyId) ?? { before: 0, after: 0 };
    perFamily.set(row.familyId, {
      before: sum.before + before.value.amount,
      after: sum.after + after.value.amount,
    });
  }
  const totals = [...perFamily.values()];
  const known = (id: number) => {
    const family = families.get(id);
    return family ? quotientOn(family, today)?.quotientFamilial : null;
  };
  return {
    before: totals.reduce((sum, t) => sum + t.before, 0),
    after: totals.reduce((sum, t) => sum + t.after, 0),
    more: totals.filter((t) => t.after > t.before).length,
    less: totals.filter((t) => t.after < t.before).length,
    unknown: [...perFamily.keys()].filter((id) => known(id) === null).length,
    unpriced,
  };
}

async function aYear(): Promise<void> {
  const days = Array.from({ length: 60 }, (_, i) => addDays(day("2025-09-01"), i));
  await anEater(town, { days, quotient: 20_000 });
  const moved = await anEater(town, { days: days.slice(0, 30), quotient: 90_000 });
  await prisma.familyQuotient.create({
    data: {
      familyId: moved.family.id,
      firstDay: dayToDate(day("2025-09-15")),
      quotientFamilial: 30_000,
      parts: 300,
      dependentChildren: 3,
      residence: "inTown",
      source: "Avis d’imposition",
    },
  });
  await anEater(town, { days: days.slice(0, 10), quotient: null });
  await anEater(town, { days: days.slice(0, 7), late: true });
  await anEater(town, { days: days.slice(0, 5), categoryId: town.categories.outside.id });
  await anEater(town, { days: days.slice(0, 3), categoryId: null });
  await anEater(town, { days: ["2025-11-28", "2025-12-01"] });
}

test("grouped as it is, the replay gives what every reservation by itself gives", async () => {
  await aYear();
  const { impact, cases } = await replayed();
  const expected = await naive();
  expect(impact.total).toEqual({ before: expected.before, after: expected.after });
  expect(impact.unpriced).toBe(expected.unpriced);
  expect(expected.unpriced).toBe(3);
  const sum = (part: "more" | "less") => impact.byBracket.reduce((n, b) => n + b[part], 0);
  expect(sum("more")).toBe(expected.more);
  expect(sum("less")).toBe(expected.less);
  expect(impact.byBracket.find(({ label }) => label === "inconnu")?.families).toBe(
    expected.unknown,
  );
  expect(cases).toBeLessThan(12);
});

test("two statements, whatever the number of reservations", async () => {
  await aYear();
  const { draft, inForce } = await grids();
  const { statements } = await withStatements(() =>
    replayYear(townContext(town.agent).proof, draft, inForce, today),
  );
  expect(statements).toHaveLength(2);
});

test("winners and losers by bracket of quotient, with the average and the largest change", async () => {
  await anEater(town, { days: ["2025-09-01", "2025-09-02"], quotient: 20_000 });
  await anEater(town, { days: ["2025-09-01"], quotient: 20_000 });
  await anEater(town, { days: ["2025-09-01"], quotient: 70_000 });
  const { impact } = await replayed();
  expect(impact.total).toEqual({ before: 3 * 200 + 400, after: 3 * 180 + 450 });
  expect(impact.byActivity).toEqual([
    { activityId: town.canteen.id, days: 4, before: 1000, after: 990 },
  ]);
  expect(impact.byBracket).toMatchObject([
    { families: 2, more: 0, less: 2, same: 0, average: -30, largest: -40 },
    { families: 1, more: 1, less: 0, same: 0, average: 50, largest: 50 },
  ]);
});

test("a fee that was charged counts once", async () => {
  const { family, inscriptionId } = await anEater(town, { days: ["2025-09-01"] });
  const price = await prisma.price.create({
    data: {
      id: crypto.randomUUID(),
      versionId: town.inForce.id,
      categoryId: town.categories.child.id,
      unitId: town.unit("FRAIS"),
      amount: 500,
      lines: [],
    },
  });
  const { childId } = await prisma.inscription.findUniqueOrThrow({ where: { id: inscriptionId } });
  await prisma.ledgerEntry.create({
    data: {
      at: new Date("2025-08-01T08:00:00Z"),
      familyId: family.id,
      childId,
      inscriptionId,
      unitId: town.unit("FRAIS"),
      day: new Date("2025-09-01"),
      amount: 500,
      priceId: price.id,
      cause: "feeDue",
    },
  });
  const { impact, kept } = await replayed();
  expect(impact.total).toEqual({ before: 200 + 500, after: 180 + 500 });
  expect(kept).toBe(500);
});
