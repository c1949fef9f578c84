import "server-only";
import { type Reader, readRows } from "@/lib/db/rows";
import type { Day } from "@/lib/domain/day";
import type { PriceFollowing } from "@/lib/domain/tariff/following";
import { Prisma } from "@/lib/generated/prisma/client";

/** What the town's prices follow: the price of the day unless it says otherwise. One statement. */
export async function readFollowing(db: Reader): Promise<PriceFollowing> {
  const [row] = await readRows<{ following: PriceFollowing }>(db, "readFollowing")`
    SELECT coalesce((SELECT s.following FROM "PriceSetting" s), 'priceOfDay')::text AS following`;
  if (!row) throw new Error("A statement without a table always has one row");
  return row.following;
}

/** What a change does to reservations, said before it is made. */
export interface FollowingCounts {
  /** Those whose price follows it, if it is another one. */
  readonly following: number;
  /** Those that keep the price that they have: billed, given away, or in a town that keeps what it announced. */
  readonly kept: number;
  /** Those that have none, and may get theirs. */
  readonly unpriced: number;
}

/** On r (Reservation): the columns of `FollowingCounts`; `from` is the first day that may follow. */
export function countFollowing(following: PriceFollowing, from: Day): Prisma.Sql {
  const follows = Prisma.sql`(${following === "priceOfDay"} AND r."priceId" IS NOT NULL
    AND NOT r.offered AND r.day >= ${from}::date)`;
  return Prisma.sql`(count(*) FILTER (WHERE ${follows}))::int AS following,
    (count(r."priceId") - count(*) FILTER (WHERE ${follows}))::int AS kept,
    (count(*) - count(r."priceId"))::int AS unpriced`;
}
