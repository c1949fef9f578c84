import "server-only";
import { type Reader, readRows } from "@/lib/db/rows";
import { addDays, day, type Day } from "@/lib/domain/day";
import type { PayingFamily } from "@/lib/domain/tariff/paying-family";
import { priceSteps } from "@/lib/domain/tariff/price-steps";
import type { Tariffs } from "@/lib/domain/tariff/version";
import { Prisma } from "@/lib/generated/prisma/client";
import type { KeptPrices } from "@/lib/services/places/kept-price";
import type { PricedSpan } from "@/lib/services/places/price-places";

/** Reservations of one unit of an inscription, from the first of their days to the last. */
interface PlacesToPrice {
  readonly familyId: number;
  readonly childId: number;
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly late: boolean;
  readonly from: Day;
  readonly to: Day;
  /** How many they are. */
  readonly places: number;
}

/** On r (Reservation) and i (Inscription): found by the children, because reservations have no index of their families. */
export function ownedBy(familyId: number): Prisma.Sql {
  return Prisma.sql`r."familyId" = ${familyId} AND i."childId" IN (
    SELECT fc."childId" FROM "FamilyChild" fc WHERE fc."familyId" = ${familyId})`;
}

/** The reservations (r) of inscriptions (i) that are asked for, those that are priced alike as one row. */
export async function readPlacesToPrice(db: Reader, which: Prisma.Sql): Promise<PlacesToPrice[]> {
  const rows = await readRows<Omit<PlacesToPrice, "from" | "to"> & { from: string; to: string }>(
    db,
    "readPlacesToPrice",
  )`
    SELECT r."familyId", i."childId", r."inscriptionId", r."unitId", r.late,
      min(r.day)::text AS "from", max(r.day)::text AS "to", count(*)::int AS places
    FROM "Reservation" r JOIN "Inscription" i ON i.id = r."inscriptionId"
    WHERE ${which}
    GROUP BY r."familyId", i."childId", r."inscriptionId", r."unitId", r.late`;
  return rows.map((row) => ({ ...row, from: day(row.from), to: day(row.to) }));
}

/** What their days cost: a span for each step of the price; none where there is no price. */
export function spansOf(
  one: PlacesToPrice,
  tariffs: Tariffs,
  families: ReadonlyMap<number, PayingFamily>,
  kept: KeptPrices,
): PricedSpan[] {
  const family = families.get(one.familyId);
  if (!family) return [];
  const { familyId, childId, inscriptionId, unitId, late: isLate } = one;
  const span = { familyId, inscriptionId, unitId, late: isLate };
  const steps = priceSteps(tariffs, family, { childId, unitId, period: one });
  return steps.flatMap(({ from, usual, late }, i) => {
    const priced = isLate ? late : usual;
    const to = steps[i + 1]?.from ?? addDays(one.to, 1);
    return priced.ok ? [{ ...span, from, to, priceId: kept.idOf(priced.value) }] : [];
  });
}

/** What one statement prices at most, so that it ends well within the time of a statement. */
const MOST_AT_ONCE = 10_000;

/** The same in parts of so many reservations; one part at least. */
export function inParts(all: readonly PlacesToPrice[]): PlacesToPrice[][] {
  const parts: PlacesToPrice[][] = [[]];
  let places = 0;
  for (const one of all) {
    if (places > 0 && places + one.places > MOST_AT_ONCE) {
      parts.push([]);
      places = 0;
    }
    parts.at(-1)?.push(one);
    places += one.places;
  }
  return parts;
}
