import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit, type EmailMessage, type Tx } from "@/lib/commit";
import { submissionBy } from "@/lib/commit/filing";
import {
  entriesByCell,
  keyOf,
  type BookingContext,
  type CellKey,
} from "@/lib/domain/booking/context";
import { planChanges, type Plan } from "@/lib/domain/booking/plan";
import { freeOfCharge, servedContext, type ServedPrice } from "@/lib/domain/booking/served";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { done, refused, type Result } from "@/lib/domain/result";
import { planCost } from "@/lib/domain/tariff/plan-cost";
import { hasPrices, priceTable } from "@/lib/domain/tariff/price-table";
import { changedByService } from "@/lib/emails/changed-by-service";
import { requestsUrl } from "@/lib/urls";
import { town } from "@/town/town";
import { bookingUnderLock } from "./booking-under-lock";
import { placesOf, preparedRequest, toFile, type PreparedRequest } from "./prepared-request";
import { changesByInscription } from "./recap";
import { withdrawWaitingLines } from "./withdraw-waiting-lines";
import { writeChanges, type Pricing } from "./write-changes";

export interface ServedChange {
  readonly schoolYearId: number;
  /** What the agent ticked otherwise than it stood, with what stood there. */
  readonly wishes: Wishes;
  readonly price: ServedPrice;
  /** Whether the agent said to go over the capacity where there is no place: the reason holds for it too. */
  readonly over?: boolean;
  /** 3 to 500 characters: the family reads it. */
  readonly reason: string;
  readonly idempotencyKey: string;
}

export interface Served {
  readonly additions: number;
  readonly removals: number;
}

type ServedRefusal = "nothing-to-send" | "cell-changed" | "served-impossible" | "served-full";

/**
 * Changes a family's calendar in its stead, past the cut-offs too: worked out again under the lock of its
 * inscriptions as a sending of its own, all or none, accepted at once; over the capacity only where the agent
 * says so. What waited for an answer and is
 * changed is withdrawn. Every guardian who can be written to is told.
 */
export async function changeForFamily(
  ctx: ActionContext<AuthorizedFamily>,
  { idempotencyKey: key, ...payload }: ServedChange,
): Promise<Result<Served, ServedRefusal | "key-reused">> {
  const { familyId, accountId } = ctx.proof;
  return commit<Served, ServedRefusal>(
    { accountId, now: ctx.now, idempotency: { key, payload: { familyId, ...payload } } },
    async (tx) => {
      const planned = await planInStead(tx, ctx, payload);
      if (!planned.ok) return planned;
      const { plan, requests, pricing, over } = planned.value;
      await writeChanges(tx, ctx, requests, pricing);
      await withdrawWaitingLines(tx, ctx, plan.changes);
      const recipients = await recipientsOf(tx, familyId);
      const submission = submissionBy(ctx, {
        kind: "reservations",
        requests: requests.map(toFile),
        message: payload.reason,
      });
      const served = {
        additions: plan.changes.filter(({ change }) => change === "add").length,
        removals: plan.changes.filter(({ change }) => change === "remove").length,
      };
      return done({
        submissions: [submission],
        leaves: (numbers) => ({
          value: served,
          events: [
            {
              kind: "changed-by-service",
              familyId,
              subject: submission.id,
              data: {
                numbers,
                ...served,
                cents: pricing.cost.total.amount,
                price: payload.price,
                reason: payload.reason,
                over,
              },
            },
          ],
          emails: recipients.map((to) =>
            emailTo(to, { requests, pricing, numbers, reason: payload.reason }),
          ),
        }),
      });
    },
  );
}

interface Planned {
  readonly plan: Plan;
  readonly requests: readonly PreparedRequest[];
  readonly pricing: Pricing;
  /** What has no place left. */
  readonly over: readonly CellKey[];
}

async function planInStead(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  { schoolYearId, wishes, price, reason, over: mayGoOver }: Omit<ServedChange, "idempotencyKey">,
): Promise<Result<Planned, ServedRefusal>> {
  const booking = await bookingUnderLock(tx, ctx, schoolYearId);
  if (!booking) return refused("cell-changed");
  const context = servedContext(booking.context);
  const plan = planChanges(context, wishes);
  if (plan.impossible.some(({ why }) => why === "changedSince")) return refused("cell-changed");
  if (plan.impossible.length > 0) return refused("served-impossible");
  if (entriesByCell(wishes).length === 0 || plan.changes.length === 0)
    return refused("nothing-to-send");
  const over = fullCells({ ...context, seats: booking.context.seats }, wishes);
  if (over.length > 0 && !mayGoOver) return refused("served-full");
  const explained = price === "free" ? freeOfCharge(booking.explained) : booking.explained;
  const prices = price === "free" ? priceTable(explained, booking.kept) : booking.prices;
  const cost = planCost(context, plan, prices);
  const pricing = { explained, prices, cost, offered: price === "free" };
  const requests = changesByInscription(context, plan).map((group) =>
    preparedRequest(context, group, price === "late" ? reason : null),
  );
  return done({ plan, requests, pricing, over });
}

/** The additions for which a place is lacking, the capacity taken into account. */
const fullCells = (context: BookingContext, wishes: Wishes): CellKey[] =>
  planChanges(context, wishes)
    .impossible.filter(({ why }) => why === "full")
    .map(({ cell }) => keyOf(cell));

interface Recipient {
  readonly to: string;
  readonly firstName: string;
}

/** Every guardian with an address: the account's, else the one that the file names. Each once. */
async function recipientsOf(tx: Tx, familyId: number): Promise<Recipient[]> {
  const guardians = await tx.guardian.findMany({
    where: { familyId },
    select: { firstName: true, email: true, account: { select: { email: true, active: true } } },
    orderBy: { id: "asc" },
  });
  const known = guardians.flatMap(({ firstName, email, account }) => {
    const to = account?.active ? account.email : email;
    return to === null ? [] : [{ to, firstName }];
  });
  return [...new Map(known.map((one) => [one.to.toLowerCase(), one])).values()];
}

function emailTo(
  recipient: Recipient,
  its: {
    requests: readonly PreparedRequest[];
    pricing: Pricing;
    numbers: readonly number[];
    reason: string;
  },
): EmailMessage {
  const { requests, pricing, numbers, reason } = its;
  return changedByService({
    ...recipient,
    reason,
    url: requestsUrl(),
    town: town.mail.senderName,
    total: hasPrices(pricing.prices) ? pricing.cost.total : null,
    requests: requests.map((request, i) => ({
      ...request.inscription,
      ...request,
      number: numbers[i] ?? 0,
      added: placesOf(ofChange(request, "add")),
      removed: placesOf(ofChange(request, "remove")),
    })),
  });
}

const ofChange = (request: PreparedRequest, change: "add" | "remove"): PreparedRequest => ({
  ...request,
  changes: request.changes.filter((planned) => planned.change === change),
});
