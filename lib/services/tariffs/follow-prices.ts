import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import { day, type Day, type Instant } from "@/lib/domain/day";
import type { RepricingCause } from "@/lib/domain/ledger";
import { followingDays, type OpenDays } from "@/lib/domain/tariff/following";
import type { PayingFamily } from "@/lib/domain/tariff/paying-family";
import { priceSteps } from "@/lib/domain/tariff/price-steps";
import type { Tariffs } from "@/lib/domain/tariff/version";
import { Prisma } from "@/lib/generated/prisma/client";
import { KeptPrices } from "@/lib/services/places/kept-price";
import { standsInLedger } from "@/lib/services/places/ledger";
import type { PricedFee } from "@/lib/services/places/price-places";
import { repricePlaces, type RepricedSum } from "@/lib/services/places/reprice-places";
import { readPayingFamilies } from "./paying-families";
import { inParts, ownedBy, readPlacesToPrice, spansOf } from "./places-to-price";
import { readFollowing } from "./price-setting";
import { priceUnpriced } from "./price-unpriced";
import { readTariffs } from "./read-tariffs";

/** What was changed, as far as prices follow it. */
export interface PriceChange {
  readonly cause: RepricingCause;
  /** The days on which it counts. */
  readonly days: OpenDays;
  /** Whose prices it changes. */
  readonly whose: "town" | { readonly familyId: number; readonly childId: number | "every" };
}

export interface FollowedPrices {
  /** Reservations that had no price, and have one now. */
  readonly priced: number;
  /** Those that had another price, by family, child and activity. */
  readonly sums: readonly RepricedSum[];
}

/**
 * After a tariff, a quotient or a category changed: what is held takes the price of its day, as far as
 * the town lets it and the day is not billed, and what had no price gets one. The caller has closed the
 * gate. Eleven statements at most, whatever the number of families; one more for every ten thousand
 * reservations after the first.
 */
export async function followPrices(
  tx: Tx,
  { at, today, change }: { at: Instant; today: Day; change: PriceChange },
): Promise<FollowedPrices> {
  const { whose } = change;
  const days = followingDays(await readFollowing(tx), change.days, today);
  const sums = days === null ? [] : await reprice(tx, { ...change, days, at });
  const priced = await priceUnpriced(tx, at, whose === "town" ? null : whose.familyId);
  return { priced, sums };
}

/** How many reservations of how many families have another price. */
export function countOfSums(sums: readonly RepricedSum[]): { repriced: number; families: number } {
  return {
    repriced: sums.reduce((count, { places }) => count + places, 0),
    families: new Set(sums.map(({ familyId }) => familyId)).size,
  };
}

async function reprice(
  tx: Tx,
  { at, cause, days, whose }: PriceChange & { at: Instant },
): Promise<RepricedSum[]> {
  const places = await readPlacesToPrice(tx, repricedPlaces(days, whose));
  const due = await readFeesDue(tx, days, whose);
  const tariffs = await readTariffs(tx, "published");
  const ids = new Set([...places, ...due].map(({ familyId }) => familyId));
  const families = await readPayingFamilies(tx, [...ids]);
  const kept = new KeptPrices();
  const fees = due.flatMap((fee) => feeAgain(fee, tariffs, families, kept));
  const sums: RepricedSum[] = [];
  for (const [i, part] of inParts(places).entries()) {
    const spans = part.flatMap((one) => spansOf(one, tariffs, families, kept));
    const its = { at, cause, kept, spans, fees: i === 0 ? fees : [] };
    sums.push(...(await repricePlaces(tx, its)));
  }
  return together(sums);
}

/** A child's reservations in an activity may have been priced in two parts. */
function together(sums: readonly RepricedSum[]): RepricedSum[] {
  const known = new Map<string, RepricedSum>();
  for (const one of sums) {
    const key = `${one.familyId}|${one.childId}|${one.activityId}`;
    const { places = 0, before = 0, after = 0 } = known.get(key) ?? {};
    known.set(key, {
      ...one,
      places: places + one.places,
      before: before + one.before,
      after: after + one.after,
    });
  }
  return [...known.values()];
}

/** On r (Reservation) and i (Inscription): what has a price that follows. */
function repricedPlaces({ from, to }: OpenDays, whose: PriceChange["whose"]): Prisma.Sql {
  return Prisma.sql`r."priceId" IS NOT NULL AND NOT r.offered AND r.day >= ${from}::date
    AND (${to}::date IS NULL OR r.day <= ${to}::date) AND ${ofThose(whose)}`;
}

function ofThose(whose: PriceChange["whose"]): Prisma.Sql {
  if (whose === "town") return Prisma.sql`TRUE`;
  const { familyId, childId } = whose;
  return childId === "every"
    ? ownedBy(familyId)
    : Prisma.sql`r."familyId" = ${familyId} AND i."childId" = ${childId}`;
}

/** On e (LedgerEntry): the same. */
function enteredFor(whose: PriceChange["whose"]): Prisma.Sql {
  if (whose === "town") return Prisma.sql`TRUE`;
  const { familyId, childId } = whose;
  const family = Prisma.sql`e."familyId" = ${familyId}`;
  return childId === "every" ? family : Prisma.sql`${family} AND e."childId" = ${childId}`;
}

type FeeDue = Omit<PricedFee, "priceId">;

/** The fees that stand in the ledger on one of these days. */
async function readFeesDue(
  tx: Tx,
  { from, to }: OpenDays,
  whose: PriceChange["whose"],
): Promise<FeeDue[]> {
  const rows = await readRows<Omit<FeeDue, "day"> & { day: string }>(tx, "readFeesDue")`
    SELECT e."familyId", e."childId", e."inscriptionId", e."unitId", e.day::text AS day
    FROM "LedgerEntry" e JOIN "Unit" u ON u.id = e."unitId"
    WHERE u."chargedOnce" AND e.day >= ${from}::date AND (${to}::date IS NULL OR e.day <= ${to}::date)
      AND ${enteredFor(whose)} AND ${standsInLedger}`;
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}

function feeAgain(
  { familyId, childId, inscriptionId, unitId, day: first }: FeeDue,
  tariffs: Tariffs,
  families: ReadonlyMap<number, PayingFamily>,
  kept: KeptPrices,
) {
  const family = families.get(familyId);
  if (!family) return [];
  const period = { from: first, to: first };
  const [step] = priceSteps(tariffs, family, { childId, unitId, period });
  return step?.usual.ok
    ? [{ familyId, inscriptionId, unitId, priceId: kept.idOf(step.usual.value) }]
    : [];
}
