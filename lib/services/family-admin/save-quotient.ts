import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed, type Tx } from "@/lib/commit";
import { dayToDate, instantToDate, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { dayOf, type Day, type Instant } from "@/lib/domain/day";
import type { JournalEvent } from "@/lib/domain/journal-event";
import { done, refused, type Result } from "@/lib/domain/result";
import { unbilledFrom, type OpenDays } from "@/lib/domain/tariff/following";
import type { DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";
import type { PricesReason } from "@/lib/emails/prices-changed";
import { closeGate } from "@/lib/services/tariffs/bookings-gate";
import { countOfSums, followPrices } from "@/lib/services/tariffs/follow-prices";
import {
  countFollowing,
  readFollowing,
  type FollowingCounts,
} from "@/lib/services/tariffs/price-setting";
import { tellPrices } from "@/lib/services/tariffs/tell-prices";
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
export interface ForeseenQuotient extends QuotientPlan, FollowingCounts {
  /** Days before it are billed: they keep their price. */
  readonly unbilledFrom: Day;
}

/** What the change would do, or why it is not possible. Four statements; nothing is written. */
export async function foreseeQuotient(
  agent: Authorized<"change-families">,
  { familyId, ...change }: QuotientChange,
  today: Day,
): Promise<Result<ForeseenQuotient, QuotientRefusal>> {
  const family = await prisma.family.findUnique({ where: { id: familyId } });
  if (!family) return refused("not-found");
  const plan = planQuotient(await readQuotients(agent, familyId), change);
  if (!plan.ok) return plan;
  const first = unbilledFrom(today);
  const counts = await countReservations(familyId, plan.value.days, first);
  return done({ ...plan.value, ...counts, unbilledFrom: first });
}

async function countReservations(
  familyId: number,
  { from, to }: OpenDays,
  first: Day,
): Promise<FollowingCounts> {
  const [row] = await readRows<FollowingCounts>(prisma, "countReservations")`
    SELECT ${countFollowing(await readFollowing(prisma), first)}
    FROM "FamilyChild" fc JOIN "Inscription" i ON i."childId" = fc."childId"
    JOIN "Reservation" r ON r."inscriptionId" = i.id AND r."familyId" = fc."familyId"
    WHERE fc."familyId" = ${familyId} AND r.day >= ${from}::date
      AND (${to}::date IS NULL OR r.day <= ${to}::date)`;
  if (!row) throw new Error("A count always has one row");
  return row;
}

/** What was saved, and how many reservations have a price, or another one. */
export interface SavedMeans {
  readonly priced: number;
  readonly repriced: number;
}

/**
 * Adds, corrects or removes what the town knows of a family's means from a day on. Reservations of those
 * days take the price that they now have, as far as the town lets them and they are not billed, and the
 * family is told once. Bookings wait meanwhile, so that none is priced by the figures of before.
 */
export async function saveQuotient(
  ctx: ActionContext<Authorized<"change-families">>,
  { idempotencyKey: key, ...change }: QuotientChange & { readonly idempotencyKey: string },
): Promise<Result<SavedMeans, QuotientRefusal | "key-reused">> {
  const payload = { ...change, entry: change.entry && figuresOf(change.entry) };
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx): Promise<Result<Committed<SavedMeans>, QuotientRefusal>> => {
      const { familyId } = change;
      await closeGate(tx);
      if (!(await lockFamily(tx, familyId))) return refused("not-found");
      const plan = planQuotient(await readQuotients(ctx.proof, familyId, tx), change);
      if (!plan.ok) return plan;
      await write(tx, familyId, plan.value, ctx.now);
      const today = dayOf(ctx.moment);
      const { priced, sums } = await followPrices(tx, {
        at: ctx.now,
        today,
        change: {
          cause: "newQuotient",
          days: plan.value.days,
          whose: { familyId, childId: "every" },
        },
      });
      const { repriced } = countOfSums(sums);
      return done({
        value: { priced, repriced },
        events: [eventOf(familyId, plan.value, { priced, repriced })],
        emails: await tellPrices(tx, sums, reasonOf(plan.value), today),
      });
    },
  );
}

function eventOf(
  familyId: number,
  { was, now, reason }: QuotientPlan,
  effects: SavedMeans,
): JournalEvent {
  return {
    kind: was ? (now ? "quotient-corrected" : "quotient-removed") : "quotient-added",
    familyId,
    subject: `quotient ${now?.from ?? was?.from ?? ""}`,
    data: { was: was && figuresOf(was), now: now && figuresOf(now), reason, ...effects },
  };
}

function reasonOf({ was, now, reason, days }: QuotientPlan): PricesReason {
  const what = was ? (now ? "corrected" : "removed") : "added";
  return { kind: "newQuotient", what, from: (now ?? was ?? days).from, why: reason };
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
