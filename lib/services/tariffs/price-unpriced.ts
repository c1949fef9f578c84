import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import { day, type Instant } from "@/lib/domain/day";
import type { PayingFamily } from "@/lib/domain/tariff/paying-family";
import { priceSteps, stepOn } from "@/lib/domain/tariff/price-steps";
import type { Tariffs } from "@/lib/domain/tariff/version";
import { Prisma } from "@/lib/generated/prisma/client";
import { KeptPrices } from "@/lib/services/places/kept-price";
import { feesStanding } from "@/lib/services/places/ledger";
import { pricePlaces, type PricedFee } from "@/lib/services/places/price-places";
import { readPayingFamilies } from "./paying-families";
import { inParts, ownedBy, readPlacesToPrice, spansOf } from "./places-to-price";
import { readTariffs } from "./read-tariffs";

/**
 * Gives a price to every reservation and fee that has none and now may have one: those booked before
 * their tariff was published, or before the town knew how this family pays. Prices that stand are not
 * touched (`followPrices`). Five statements, and one more for every ten thousand reservations after
 * the first. Returns how many were priced.
 */
export async function priceUnpriced(
  tx: Tx,
  at: Instant,
  familyId: number | null = null,
): Promise<number> {
  const ofFamily = familyId === null ? Prisma.sql`TRUE` : ownedBy(familyId);
  const unpriced = await readPlacesToPrice(tx, Prisma.sql`r."priceId" IS NULL AND ${ofFamily}`);
  const tariffs = await readTariffs(tx, "published");
  const families = await readPayingFamilies(tx, [...new Set(unpriced.map((u) => u.familyId))]);
  const kept = new KeptPrices();
  const fees = await feesDue(tx, { tariffs, families, kept, ofFamily });
  let priced = 0;
  for (const [i, part] of inParts(unpriced).entries()) {
    const spans = part.flatMap((one) => spansOf(one, tariffs, families, kept));
    priced += await pricePlaces(tx, { at, kept, spans, fees: i === 0 ? fees : [] });
  }
  return priced;
}

type FeeDue = Omit<PricedFee, "priceId">;

/**
 * The fees of inscriptions that hold a day and were not charged, nor to the child's other home: of two that
 * hold days, the one that holds the first.
 */
async function feesDue(
  tx: Tx,
  {
    tariffs,
    families,
    kept,
    ofFamily,
  }: {
    tariffs: Tariffs;
    families: ReadonlyMap<number, PayingFamily>;
    kept: KeptPrices;
    ofFamily: Prisma.Sql;
  },
): Promise<PricedFee[]> {
  const rows = await readRows<Omit<FeeDue, "day"> & { day: string; schoolYearId: number }>(
    tx,
    "feesDue",
  )`
    SELECT r."familyId", i."childId", r."inscriptionId", u.id AS "unitId", g."schoolYearId",
      min(r.day)::text AS day
    FROM "Unit" u
    JOIN "Group" g ON g."activityId" = u."activityId"
    JOIN "Inscription" i ON i."groupId" = g.id
    JOIN "Reservation" r ON r."inscriptionId" = i.id
    LEFT JOIN "InscriptionFee" f
      ON f."inscriptionId" = i.id AND f."unitId" = u.id AND f."familyId" = r."familyId"
    WHERE u."chargedOnce" AND f."unitId" IS NULL AND ${ofFamily} AND NOT EXISTS (
      SELECT FROM (${feesStanding(Prisma.sql`i."childId"`, Prisma.sql`g."schoolYearId"`)}) o
      WHERE o."unitId" = u.id)
    GROUP BY r."familyId", i."childId", r."inscriptionId", u.id, g."schoolYearId"
    ORDER BY min(r.day), r."familyId", r."inscriptionId"`;
  const due = new Set<string>();
  return rows.flatMap(({ schoolYearId, ...row }) => {
    const first = day(row.day);
    const family = families.get(row.familyId);
    const key = `${row.childId}|${row.unitId}|${schoolYearId}`;
    if (!family || due.has(key)) return [];
    const period = { from: first, to: first };
    const step = stepOn(priceSteps(tariffs, family, { ...row, period }), first);
    if (!step?.usual.ok) return [];
    due.add(key);
    return [{ ...row, day: first, priceId: kept.idOf(step.usual.value) }];
  });
}
