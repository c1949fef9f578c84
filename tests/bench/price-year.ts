/** Runs in the browser: what the calendar adds up at each tap, for a family-year. Bundled by the bench. */
import { tickAll } from "@/lib/domain/booking/wishes";
import { day } from "@/lib/domain/day";
import { planChanges } from "@/lib/domain/booking/plan";
import { costByDay, costOver } from "@/lib/domain/tariff/cost";
import { fullPriceTable, priceTable } from "@/lib/domain/tariff/price-table";
import {
  aBookingContext,
  allInscriptions,
  inscriptionId,
  leo,
  lucas,
} from "@/tests/support/booking";
import { aVersion, brackets, categoryId, tariffsWith, units } from "@/tests/support/tariffs";

const context = aBookingContext({ year: "2025-2026" });
const { schoolYear } = context;
const wishes = tickAll(context, {}, allInscriptions, schoolYear, true);
const rule = brackets([0, 208], [40_000, 260], [65_000, 322], [90_000, 395]);
const version = (name: string, from: string, to?: string) =>
  aVersion({
    name,
    from,
    ...(to && { to }),
    rules: units.map(({ id }) => ({ unitId: id, categoryId: categoryId.child, rule })),
  });
const tariffs = tariffsWith(
  version("Tarifs 2025", "2025-01-01", "2026-01-01"),
  version("Tarifs 2026", "2026-01-01"),
);
const family = {
  quotients: ["2025-01-01", "2026-02-01"].map((from, i) => ({
    from: day(from),
    quotientFamilial: 64_000 + 5_000 * i,
    parts: 300,
    dependentChildren: 2,
    residence: "inTown" as const,
  })),
  children: [leo, lucas].map((childId, i) => ({
    childId,
    categoryId: categoryId.child,
    rank: i + 1,
  })),
};
const prices = priceTable(fullPriceTable(tariffs, family, context.inscriptions), {
  cells: {},
  fees: [],
});

/** One tap: the year by day, then week, month and year. In milliseconds. */
function once(): number {
  const start = performance.now();
  const costs = costByDay(context, planChanges(context, wishes).changes, prices);
  costOver(costs, { from: day("2025-11-24"), to: day("2025-11-30") });
  costOver(costs, { from: day("2025-11-01"), to: day("2025-11-30") });
  costOver(costs, schoolYear);
  return performance.now() - start;
}

Object.assign(globalThis, {
  priceYear: (rounds: number) => ({
    dayUnits: Object.keys(wishes).length,
    amount: costOver(costByDay(context, planChanges(context, wishes).changes, prices), schoolYear)
      .amount,
    times: Array.from({ length: rounds }, once),
    inscriptions: Object.keys(inscriptionId).length,
  }),
});
