import type { Day } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";

/** A published version's days: from the first, up to but without the last. */
export interface PublishedPeriod {
  readonly id: number;
  readonly from: Day;
  readonly to: Day | null;
}

export type PublicationRefusal = "tariff-date-too-early" | "tariff-period-taken";

/**
 * Whether a version may be in force from a day on, and which version then ends there. Never today or
 * before, so that no day that families have lived changes its price; and only after all that is
 * published, so that a decided tariff is never cut short by accident.
 */
export function publicationOn(
  published: readonly PublishedPeriod[],
  from: Day,
  today: Day,
): Result<{ readonly endsId: number | null }, PublicationRefusal> {
  if (from <= today) return refused("tariff-date-too-early");
  const taken = published.some((p) => p.from >= from || (p.to !== null && p.to > from));
  if (taken) return refused("tariff-period-taken");
  return done({ endsId: published.find(({ to }) => to === null)?.id ?? null });
}
