import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import {
  asCellKey,
  parseCellKey,
  type BookingContext,
  type CellRef,
} from "@/lib/domain/booking/context";
import { lateRefusalOfAll, type LateRefusal } from "@/lib/domain/booking/late";
import { lateChange, lateQuote, type LateQuote } from "@/lib/domain/booking/late-quote";
import type { Change } from "@/lib/domain/booking/rules";
import { done, refused, type Result } from "@/lib/domain/result";
import { planCost } from "@/lib/domain/tariff/plan-cost";
import { bookingUnderLock } from "./booking-under-lock";
import { preparedRequest, type PreparedRequest } from "./prepared-request";
import { changesByInscription } from "./recap";
import type { Pricing } from "./write-changes";

/** What is asked past the cut-off of some cells. */
interface AskedChange {
  readonly schoolYearId: number;
  readonly cells: readonly string[];
  readonly change: Change;
  readonly reason: string;
}

/** Late requests about to be filed, one per inscription, with the price that they have now. */
export interface PreparedLateChange {
  readonly requests: readonly PreparedRequest[];
  readonly pricing: Pricing;
  /** Of all of them. */
  readonly quote: LateQuote;
}

/** Locks the family's inscriptions, as a sending does, and works out what may be asked. Four statements. */
export async function prepareLateChange(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  asked: AskedChange,
): Promise<Result<PreparedLateChange, LateRefusal | "unknownYear">> {
  const cells = cellsNamed(asked.cells);
  if (!cells) return refused("notOpened");
  const booking = await bookingUnderLock(tx, ctx, asked.schoolYearId);
  if (!booking) return refused("unknownYear");
  const { context, ...pricing } = booking;
  const refusal = lateRefusalOfAll(context, cells, asked.change);
  return refusal ? refused(refusal.why) : done(prepared(context, pricing, cells, asked));
}

/** Each cell once; null where one of them is none. */
function cellsNamed(keys: readonly string[]): CellRef[] | null {
  const cells = [...new Set(keys)].flatMap((text) => {
    const key = asCellKey(text);
    return (key && parseCellKey(key)) ?? [];
  });
  return cells.length > 0 && cells.length === new Set(keys).size ? cells : null;
}

function prepared(
  context: BookingContext,
  { explained, prices }: Omit<Pricing, "cost" | "offered">,
  cells: readonly CellRef[],
  { change, reason }: AskedChange,
): PreparedLateChange {
  const changes = cells.map((cell) => lateChange(context, cell, change));
  const plan = { changes, unchanged: [], impossible: [] };
  // Only an addition makes a fee due.
  const charged = change === "add" ? plan : { ...plan, changes: [] };
  return {
    requests: changesByInscription(context, plan).map((group) =>
      preparedRequest(context, group, reason),
    ),
    pricing: { explained, prices, cost: planCost(context, charged, prices), offered: false },
    quote: lateQuote(context, prices, cells, change),
  };
}
