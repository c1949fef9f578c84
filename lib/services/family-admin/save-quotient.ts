import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed, type Tx } from "@/lib/commit";
import { dayToDate, instantToDate, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Day, Instant } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import type { DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";
import { closeGate } from "@/lib/services/tariffs/bookings-gate";
import { priceUnpriced } from "@/lib/services/tariffs/price-unpriced";
import { lockFamily } from "./lock-family";
import {
  figuresOf,
  planQuotient,
  type QuotientChange,
  type QuotientPlan,
  type QuotientRefusal,
} from "./plan-quotient";
import { readQuotients } from "./quotients";

/** What a change would do: said before the agent confirms. */
export interface ForeseenQuotient extends QuotientPlan {
  /** Reservations of those days that keep the price that they have. */
  readonly kept: number;
  /** Those that have none, and may get theirs. */
  readonly unpriced: number;
}

/** What the change would do, or why it is not possible. Three statements; nothing is written. */
export async function foreseeQuotient(
  agent: Authorized<"change-families">,
  { familyId, ...change }: QuotientChange,
): Promise<Result<ForeseenQuotient, QuotientRefusal>> {
  const family = await prisma.family.findUnique({ where: { id: familyId } });
  if (!family) return refused("not-found");
  const plan = planQuotient(await readQuotients(agent, familyId), change);
  if (!plan.ok) return plan;
  return done({ ...plan.value, ...(await countReservations(familyId, plan.value.days)) });
}

async function countReservations(
  familyId: number,
  { from, to }: { from: Day; to: Day | null },
): Promise<{ kept: number; unpriced: number }> {
  const [row] = await readRows<{ kept: number; unpriced: number }>(prisma, "countReservations")`
    SELECT count(r."priceId")::int AS kept, (count(*) - count(r."priceId"))::int AS unpriced
    FROM "FamilyChild" fc JOIN "Inscription" i ON i."childId" = fc."childId"
    JOIN "Reservation" r ON r."inscriptionId" = i.id AND r."familyId" = fc."familyId"
    WHERE fc."familyId" = ${familyId} AND r.day >= ${from}::date
      AND (${to}::date IS NULL OR r.day <= ${to}::date)`;
  return row ?? { kept: 0, unpriced: 0 };
}

/**
 * Adds, corrects or removes what the town knows of a family's means from a day on. Kept prices never
 * change; reservations without a price get theirs where they now may have one. Bookings wait meanwhile, so
 * that none is priced by the figures of before and left without a price by those of after.
 */
export async function saveQuotient(
  ctx: ActionContext<Authorized<"change-families">>,
  { idempotencyKey: key, ...change }: QuotientChange & { readonly idempotencyKey: string },
): Promise<Result<{ priced: number }, QuotientRefusal | "key-reused">> {
  const payload = { ...change, entry: change.entry && figuresOf(change.entry) };
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx): Promise<Result<Committed<{ priced: number }>, QuotientRefusal>> => {
      const { familyId } = change;
      await closeGate(tx);
      if (!(await lockFamily(tx, familyId))) return refused("not-found");
      const plan = planQuotient(await readQuotients(ctx.proof, familyId, tx), change);
      if (!plan.ok) return plan;
      const { was, now } = plan.value;
      await write(tx, familyId, plan.value, ctx.now);
      const priced = await priceUnpriced(tx, ctx.now, familyId);
      return done({
        value: { priced },
        events: [
          {
            kind: was ? (now ? "quotient-corrected" : "quotient-removed") : "quotient-added",
            familyId,
            subject: `quotient ${now?.from ?? was?.from ?? ""}`,
            data: { was: was && figuresOf(was), now: now && figuresOf(now), priced },
          },
        ],
      });
    },
  );
}

async function write(
  tx: Tx,
  familyId: number,
  { was, now }: QuotientPlan,
  at: Instant,
): Promise<void> {
  if (was)
    await tx.familyQuotient.delete({
      where: { familyId_firstDay: { familyId, firstDay: dayToDate(was.from) } },
    });
  if (now) await tx.familyQuotient.create({ data: rowOf(familyId, now, at) });
}

function rowOf(familyId: number, entry: DetailedQuotient, at: Instant) {
  const { quotientFamilial, parts, dependentChildren, residence, source } = entry;
  return {
    familyId,
    firstDay: dayToDate(entry.from),
    quotientFamilial,
    parts,
    dependentChildren,
    residence,
    source,
    annualIncome: entry.annualIncome,
    monthlyBenefits: entry.monthlyBenefits,
    writtenAt: instantToDate(at),
  };
}
