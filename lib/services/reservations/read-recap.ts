import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import type { BookingContext } from "@/lib/domain/booking/context";
import { planChanges, type Plan } from "@/lib/domain/booking/plan";
import { planCost, type PlanCost } from "@/lib/domain/tariff/plan-cost";
import type { FullPriceTable, PriceTable } from "@/lib/domain/tariff/price-table";
import type { Moment } from "@/lib/domain/day";
import { chosenWishes, type ReservationDraft } from "./drafts";
import { readBooking } from "./read-booking";
import { fingerprintOf } from "./recap";

export interface Recap {
  readonly context: BookingContext;
  readonly draft: ReservationDraft;
  readonly plan: Plan;
  readonly prices: PriceTable;
  readonly cost: PlanCost;
  readonly explained: FullPriceTable;
  readonly fingerprint: string;
  /** Wishes of inscriptions that step 1 left out: kept in the draft, not sent. */
  readonly setAside: number;
}

/** What step 3 shows: the plan of the saved draft, or null where there is no draft or no such year. */
export async function readRecap(
  family: AuthorizedFamily,
  options: { schoolYearId: number | null; moment: Moment },
): Promise<Recap | null> {
  const page = await readBooking(family, options);
  if (!page?.draft) return null;
  const wishes = chosenWishes(page.draft);
  const { context, prices, explained } = page;
  const plan = planChanges(context, wishes);
  const cost = planCost(context, plan, prices);
  return {
    context,
    draft: page.draft,
    plan,
    prices,
    cost,
    explained,
    fingerprint: fingerprintOf(plan, prices, cost),
    setAside: Object.keys(page.draft.wishes).length - Object.keys(wishes).length,
  };
}
