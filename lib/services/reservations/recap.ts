import "server-only";
import { createHash } from "node:crypto";
import type { BookingContext, BookingInscription, CellRef } from "@/lib/domain/booking/context";
import { costOfChange, type PlanCost } from "@/lib/domain/tariff/plan-cost";
import type { PriceTable } from "@/lib/domain/tariff/price-table";
import type { ImpossibleChange, Plan, PlannedChange } from "@/lib/domain/booking/plan";

/** The changes of one inscription: one numbered request when they are sent. */
export interface InscriptionChanges {
  readonly inscription: BookingInscription;
  readonly changes: readonly PlannedChange[];
  readonly impossible: readonly ImpossibleChange[];
}

/**
 * A short name for exactly these changes with these effects and prices. The recap carries it; the sending is
 * refused when the plan worked out under the lock has another one, so nobody sends what was not read.
 */
export function fingerprintOf(plan: Plan, prices: PriceTable, cost: PlanCost): string {
  const lines = plan.changes.map((planned) => {
    const { cell, change, from, to } = planned;
    const price = costOfChange(prices, planned);
    return `${cell.inscriptionId}|${cell.unitId}|${cell.day}|${change}|${from}|${to}|${price}`;
  });
  const { amount, unpriced } = cost.total;
  lines.sort().push(`${amount}|${unpriced}`);
  return createHash("sha256").update(lines.join("\n")).digest("base64url").slice(0, 22);
}

/** The plan by inscription, in the order of the screens; inscriptions without changes are left out. */
export function changesByInscription(context: BookingContext, plan: Plan): InscriptionChanges[] {
  return context.inscriptions.flatMap((inscription) => {
    const isHere = ({ cell }: { cell: CellRef }) => cell.inscriptionId === inscription.id;
    const changes = plan.changes.filter(isHere);
    const impossible = plan.impossible.filter(isHere);
    return changes.length + impossible.length > 0 ? [{ inscription, changes, impossible }] : [];
  });
}
