import {
  baseOf,
  cellKey,
  keyOf,
  type BookingContext,
  type CellKey,
} from "@/lib/domain/booking/context";
import type { Plan } from "@/lib/domain/booking/plan";
import { eachDay, type Day, type Period } from "@/lib/domain/day";
import type { Cost } from "@/lib/domain/tariff/cost";
import { cents } from "@/lib/domain/money";
import { payerOn, type PayingFamily } from "@/lib/domain/tariff/paying-family";
import { priceOf } from "@/lib/domain/tariff/price";
import type { KeptPrices } from "@/lib/domain/tariff/price-table";
import type { Tariffs } from "@/lib/domain/tariff/version";

export interface CostCase {
  readonly context: BookingContext;
  /** What sending a draft would change. */
  readonly plan: Plan;
  readonly tariffs: Tariffs;
  readonly family: PayingFamily;
  readonly kept: KeptPrices;
}

/** What a period costs, said again without tables: every cell of every day is asked and priced. */
export function costByTheRules(its: CostCase, period: Period): Cost {
  const amounts: (number | null)[] = [];
  for (const inscription of its.context.inscriptions) {
    const days = eachDay(inscription);
    const unitIds = inscription.units.map(({ id }) => id);
    const dueOn = (d: Day) =>
      unitIds.filter((id) => isPaid(its, inscription, cellKey(inscription.id, id, d)));
    const first = days.find((d) => dueOn(d).length > 0);
    for (const d of days.filter((one) => period.from <= one && one <= period.to)) {
      for (const id of dueOn(d)) {
        const kept = its.kept.cells[cellKey(inscription.id, id, d)];
        amounts.push(kept === undefined ? asked(its, inscription.childId, id, d) : kept);
      }
      if (first) amounts.push(...feesOn(its, inscription, { first, d }));
    }
  }
  return {
    amount: cents(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)),
    unpriced: amounts.filter((amount) => amount === null).length,
  };
}

type Inscription = BookingContext["inscriptions"][number];

function isPaid({ context, plan }: CostCase, { removals }: Inscription, key: CellKey): boolean {
  const change = plan.changes.find(({ cell }) => keyOf(cell) === key)?.change;
  switch (baseOf(context, key)) {
    case "free":
      return change === "add";
    case "elsewhere":
      return false;
    case "pending":
      return change !== "remove";
    case "reserved":
    case "removalPending":
      return change !== "remove" || removals === "examined";
  }
}

/** A fee stands on the day on which it became due, or comes with the first day. */
function feesOn(its: CostCase, inscription: Inscription, { first, d }: { first: Day; d: Day }) {
  return its.tariffs.units
    .filter((unit) => unit.chargedOnce && unit.activityId === inscription.activityId)
    .flatMap((unit) => {
      const kept = its.kept.fees.find(
        (fee) => fee.inscriptionId === inscription.id && fee.unitId === unit.id,
      );
      if ((kept?.day ?? first) !== d) return [];
      return [kept ? kept.amount : asked(its, inscription.childId, unit.id, d)];
    });
}

function asked({ tariffs, family }: CostCase, childId: number, unitId: number, d: Day) {
  const priced = priceOf(tariffs, { unitId, day: d }, payerOn(family, childId, d));
  return priced.ok ? priced.value.amount : null;
}
