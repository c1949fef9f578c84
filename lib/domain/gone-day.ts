import type { Day } from "@/lib/domain/day";
import type { LineChange } from "@/lib/domain/service-request";

/**
 * Why a day that waits for an answer can no longer be accepted: it is over, or the group is closed that day by
 * now. Null where it still can: what is taken off a day may be accepted after it.
 */
export function whyGone(
  { change, day, isOpen }: { change: LineChange; day: Day; isOpen: boolean },
  today: Day,
): "past" | "closed" | null {
  if (change === "remove") return null;
  if (day < today) return "past";
  return isOpen ? null : "closed";
}
