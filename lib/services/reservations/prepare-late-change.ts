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
import { lateRefusalOf, type LateRefusal } from "@/lib/domain/booking/late";
import { lateChange, lateQuote, type LateQuote } from "@/lib/domain/booking/late-quote";
import type { Change } from "@/lib/domain/booking/rules";
import { done, refused, type Result } from "@/lib/domain/result";
import { planCost } from "@/lib/domain/tariff/plan-cost";
import { bookingUnderLock } from "./booking-under-lock";
import { preparedRequest, type PreparedRequest } from "./prepared-request";
import type { Pricing } from "./write-changes";

/** What is asked past the cut-off of one cell. */
interface AskedChange {
  readonly schoolYearId: number;
  readonly cell: string;
  readonly change: Change;
  readonly reason: string;
}

/** A late request about to be filed, with the price that it has now. */
export interface PreparedLateChange {
  readonly request: PreparedRequest;
  readonly unitLabel: string;
  readonly pricing: Pricing;
  readonly quote: LateQuote;
}

/** Locks the family's inscriptions, as a sending does, and works out what may be asked. Four statements. */
export async function prepareLateChange(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  asked: AskedChange,
): Promise<Result<PreparedLateChange, LateRefusal | "unknownYear">> {
  const key = asCellKey(asked.cell);
  const cell = key && parseCellKey(key);
  if (!cell) return refused("notOpened");
  const booking = await bookingUnderLock(tx, ctx, asked.schoolYearId);
  if (!booking) return refused("unknownYear");
  const { context, ...pricing } = booking;
  const refusal = lateRefusalOf(context, cell, asked.change);
  return refusal ? refused(refusal.why) : prepared(context, pricing, cell, asked);
}

function prepared(
  context: BookingContext,
  { explained, prices }: Omit<Pricing, "cost">,
  cell: CellRef,
  { change, reason }: AskedChange,
): Result<PreparedLateChange, "unknownUnit"> {
  const inscription = context.inscriptions.find(({ id }) => id === cell.inscriptionId);
  const unit = inscription?.units.find(({ id }) => id === cell.unitId);
  if (!inscription || !unit) return refused("unknownUnit");
  const changes = [lateChange(context, cell, change)];
  // Only an addition makes a fee due.
  const charged = { changes: change === "add" ? changes : [], unchanged: [], impossible: [] };
  return done({
    request: preparedRequest(context, { inscription, changes }, reason),
    unitLabel: unit.label,
    pricing: { explained, prices, cost: planCost(context, charged, prices) },
    quote: lateQuote(context, prices, cell, change),
  });
}
