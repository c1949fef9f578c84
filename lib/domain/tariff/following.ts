import { firstOfMonth, maxDay, type Day } from "@/lib/domain/day";

/**
 * What a reservation's price follows until its day is billed: the tariff and the quotient of its day, or
 * nothing, so that what was announced is what is due. Mirrored by PriceFollowing in the database.
 */
export type PriceFollowing = "priceOfDay" | "announcedPrice";

export const followingLabel: Readonly<Record<PriceFollowing, string>> = {
  priceOfDay: "Le prix du jour réservé",
  announcedPrice: "Le prix annoncé à la réservation",
};

/** Days in a row; `to` is null where nothing ends them. */
export interface OpenDays {
  readonly from: Day;
  readonly to: Day | null;
}

/**
 * The first day whose price may still follow. A month is billed once it is over, so every day of the month
 * that runs is open. Bills plug in here: what they hold is closed.
 */
export function unbilledFrom(today: Day): Day {
  return firstOfMonth(today);
}

/** Those of some days whose price follows what changed; null where none does. */
export function followingDays(
  following: PriceFollowing,
  { from, to }: OpenDays,
  today: Day,
): OpenDays | null {
  const first = maxDay(from, unbilledFrom(today));
  return following === "announcedPrice" || (to !== null && to < first) ? null : { from: first, to };
}
