import "server-only";
import type { Authorized } from "@/lib/auth";
import { healthOnDayList } from "@/lib/auth/health-proof";
import { parseDay, type Day, type Instant } from "@/lib/domain/day";
import type { FieldState } from "@/lib/domain/family-file";
import { readHealth } from "@/lib/services/family-file/health";
import type { DayListUnit } from "./day-list";

/** A child's PAI, for those who look after it: in force, or said by the family and not answered yet. */
export interface ChildPai {
  readonly state: "known" | "asked";
  /** Last day; null: not said. */
  readonly until: Day | null;
}

/**
 * The PAI of the children of the list of a day, by child; those who have none are not
 * there. One reading in the journal, and one statement, for the whole list.
 */
export async function readDayListHealth(
  agent: Authorized<"read-day-list">,
  { day, units }: { day: Day; units: readonly DayListUnit[] },
  now: Instant,
): Promise<ReadonlyMap<number, ChildPai>> {
  const ids = new Set(units.flatMap(({ children }) => children.map(({ childId }) => childId)));
  const health = await readHealth(healthOnDayList(agent, day, [...ids]), now);
  const found = [...health].flatMap(([childId, fields]): [number, ChildPai][] => {
    const pai = paiOf(fields);
    return pai ? [[childId, pai]] : [];
  });
  return new Map(found);
}

/** A family that says that there is one is heard before the service has answered; one that says no is not. */
function paiOf(fields: readonly FieldState[]): ChildPai | null {
  const pai = fields.find(({ field }) => field === "hasPai");
  const until = fields.find(({ field }) => field === "paiValidUntil");
  if (pai?.value === "oui") return { state: "known", until: parseDay(until?.value ?? "") };
  if (pai?.pending?.value !== "oui") return null;
  return { state: "asked", until: parseDay(until?.pending?.value ?? until?.value ?? "") };
}
