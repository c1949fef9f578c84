import { prisma } from "@/lib/db";
import type { BookingContext } from "@/lib/domain/booking/context";
import { tickAll } from "@/lib/domain/booking/wishes";
import { addDays, day, dayOf } from "@/lib/domain/day";
import type { LedgerEntry } from "@/lib/generated/prisma/client";
import { costByDay } from "@/lib/domain/tariff/cost";
import { readBooking } from "@/lib/services/reservations/read-booking";
import { submitReservations } from "@/lib/services/reservations/submit";
import { decideRequest } from "@/lib/services/reservations/decide";
import { withdrawRequest } from "@/lib/services/reservations/withdraw";
import { followPrices } from "@/lib/services/tariffs/follow-prices";
import { priceUnpriced } from "@/lib/services/tariffs/price-unpriced";
import { groupNamed } from "@/prisma/seed/town";
import { draftAndRecap, schoolYearNamed } from "@/tests/support/booking-drafts";
import { anAccount, type BuiltAccount } from "@/tests/support/builders/account";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";
import { thePricedDuponts } from "@/tests/support/priced-duponts";
import { agentContext } from "@/tests/services/request-kinds/scenario";

export const summer = "2025-07-15T10:09";
export const monday = day("2025-10-20");
export let family: BuiltFamily;
let agent: BuiltAccount;
export let year: number;
let categoryId: number;

/** A child of the holiday centre, whose first day brings a fee of 1,05 €. */
export async function aHolidayChild(): Promise<void> {
  await emptyTables();
  const { town } = await thePricedDuponts("2025-12-20");
  year = await schoolYearNamed("2025-2026");
  const group = groupNamed(town, "CLV_PREVERT", "2025-2026").row;
  family = await aFamily(prisma, { children: [{ inscriptions: [{ group }] }] });
  agent = await anAccount(prisma, { role: "educationService" });
  ({ id: categoryId } = await prisma.tariffCategory.findUniqueOrThrow({
    where: { code: "ENFANT" },
  }));
  await pays(true);
}

export const pays = (known: boolean) =>
  prisma.familyChild.updateMany({
    where: { familyId: family.id },
    data: { categoryId: known ? categoryId : null },
  });

export const examined = (on: boolean) =>
  prisma.activity.updateMany({
    data: {
      additions: on ? "examined" : "automatic",
      removals: on ? "examined" : "automatic",
    },
  });

const ids = ({ inscriptions }: BookingContext) => inscriptions.map(({ id }) => id);

/** Sends days of the autumn holidays, counted from their first Monday; nothing where nothing changes. */
export async function send(from: number, to: number, want: boolean): Promise<void> {
  const ctx = guardianContext(family, summer);
  const period = { from: addDays(monday, from), to: addDays(monday, to) };
  const input = await draftAndRecap(ctx, year, (context) =>
    tickAll(context, {}, ids(context), period, want),
  );
  const sent = await submitReservations(ctx, input);
  if (!sent.ok && sent.refusal !== "nothing-to-send") throw new Error(sent.refusal);
}

/** The oldest request that waits, and how many of its days. */
async function waiting() {
  return prisma.serviceRequest.findFirst({
    where: { state: "pending", familyId: family.id },
    orderBy: { number: "asc" },
    include: { lines: { where: { state: "pending" } } },
  });
}

export async function answer(decision: "accept" | "refuse"): Promise<void> {
  const request = await waiting();
  if (!request) return;
  const ctx = agentContext(agent, [{ activityId: "every", establishmentId: "every" }]);
  const decided = await decideRequest(ctx, {
    number: request.number,
    decision,
    lines: "all",
    others: "wait",
    count: request.lines.length,
    reason: decision === "refuse" ? "Complet" : null,
    idempotencyKey: crypto.randomUUID(),
  });
  if (!decided.ok) throw new Error(decided.refusal);
}

export async function withdraw(): Promise<void> {
  const request = await waiting();
  if (!request) return;
  const withdrawn = await withdrawRequest(guardianContext(family, summer), {
    number: request.number,
    idempotencyKey: crypto.randomUUID(),
  });
  if (!withdrawn.ok) throw new Error(withdrawn.refusal);
}

export async function reprice(): Promise<void> {
  await pays(true);
  const { now } = guardianContext(family, summer);
  await prisma.$transaction((tx) => priceUnpriced(tx, now));
}

/** The town learns the family's quotient, or another one: what is held takes the price of its day. */
export async function requote(quotientFamilial: number): Promise<void> {
  const familyId = family.id;
  const firstDay = new Date("2025-01-01");
  const means = { parts: 200, dependentChildren: 1, residence: "inTown", source: "Avis" } as const;
  await prisma.familyQuotient.upsert({
    where: { familyId_firstDay: { familyId, firstDay } },
    create: { familyId, firstDay, quotientFamilial, ...means },
    update: { quotientFamilial },
  });
  const { now, moment } = guardianContext(family, summer);
  const days = { from: day("2025-01-01"), to: null };
  const whose = { familyId, childId: "every" } as const;
  await prisma.$transaction((tx) =>
    followPrices(tx, {
      at: now,
      today: dayOf(moment),
      change: { cause: "newQuotient", days, whose },
    }),
  );
}

/** What the calendar adds up of what is held, by the rules. */
export async function billByTheRules(): Promise<number> {
  const { proof, moment } = guardianContext(family, summer);
  const page = await readBooking(proof, { schoolYearId: year, moment });
  if (!page) throw new Error("No such year");
  // What has no price yet is not in the ledger, nor would it be on a bill.
  const costs = costByDay(page.context, [], page.prices);
  return [...costs.values()].reduce((sum, { amount }) => sum + amount, 0);
}

export async function ledger() {
  const { _sum } = await prisma.ledgerEntry.aggregate({
    where: { familyId: family.id },
    _sum: { amount: true },
  });
  return _sum.amount ?? 0;
}

/** In the order of their requests; of one request, places first: a fee is the smallest amount here. */
export async function entries(): Promise<LedgerEntry[]> {
  const rows = await all();
  const requests = await prisma.serviceRequest.findMany({ orderBy: { number: "asc" } });
  const rank = ({ requestId }: LedgerEntry) => requests.findIndex(({ id }) => id === requestId);
  const size = ({ amount }: LedgerEntry) => Math.abs(amount);
  return rows.toSorted(
    (a, b) => rank(a) - rank(b) || size(b) - size(a) || a.day.getTime() - b.day.getTime(),
  );
}

export const all = () => prisma.ledgerEntry.findMany({ orderBy: { id: "asc" } });
