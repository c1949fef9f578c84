import "server-only";
import type { Reader } from "@/lib/db/rows";
import type { Seats } from "@/lib/domain/booking/context";
import { scarceSeats } from "@/lib/domain/booking/seats";
import { day, maxDay, minDay, type Day } from "@/lib/domain/day";
import { grouped } from "@/lib/domain/grouped";
import { readSeats } from "@/lib/services/places/seats";

interface LimitedInscription {
  readonly groupId: number;
  readonly from: string;
  readonly to: string;
  /** Some unit of its group is limited. */
  readonly limited: boolean;
}

/**
 * Where places run short for this family from today on. One statement; none where nothing of its groups is
 * limited. Under the lock of `readInscriptions` it is the last word.
 */
export async function readScarceSeats(
  db: Reader,
  inscriptions: readonly LimitedInscription[],
  today: Day,
): Promise<Seats> {
  const byGroup = new Map(
    grouped(
      inscriptions.filter(({ limited }) => limited),
      ({ groupId }) => groupId,
    ),
  );
  if (byGroup.size === 0) return {};
  const seats: Seats[] = [];
  for (const { groupId, limits, counts } of await readSeats(db, [...byGroup.keys()], today)) {
    const its = byGroup.get(groupId) ?? [];
    const from = maxDay(today, its.map((one) => day(one.from)).reduce(minDay));
    const to = its.map((one) => day(one.to)).reduce(maxDay);
    seats.push(scarceSeats({ id: groupId, limits }, counts, { from, to }, its.length));
  }
  return Object.assign({}, ...seats) as Seats;
}
