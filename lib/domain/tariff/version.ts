import type { Day } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import type { Reduction, Residence } from "@/lib/domain/tariff/reduction";
import type { PriceRule } from "@/lib/domain/tariff/rule";

/**
 * "Enfant", "Élève extérieur"… `pai`: a child with a PAI is priced by a unit's own PAI unit. `residence`: for
 * whom it is, where the town tells them apart by where they live; null: for both.
 */
export interface TariffCategory {
  readonly id: number;
  readonly label: string;
  readonly explanation: string | null;
  readonly pai: boolean;
  readonly residence: Residence | null;
}

/** A unit as the tariff sees it. */
export interface PricedUnit {
  readonly id: number;
  readonly activityId: number;
  readonly label: string;
  /** Charged once an inscription and not for each day: registration fees. */
  readonly chargedOnce: boolean;
  /** The unit whose price a late reservation takes; null: the usual one. */
  readonly lateUnitId: number | null;
  /** The unit whose price a child with a PAI takes; null: the usual one. */
  readonly paiUnitId: number | null;
}

/** What the town decided for a family whose quotient familial nobody knows. */
export type UnknownQuotient = "refuse" | "highest";

/** A grid with the days on which it is in force: from the first, up to but without the last. */
export interface TariffVersion {
  readonly id: number;
  readonly name: string;
  readonly from: Day;
  /** Exclusive; null: until another version follows. */
  readonly to: Day | null;
  readonly unknownQuotient: UnknownQuotient;
  /** In the order in which they are taken off. */
  readonly reductions: readonly Reduction[];
  readonly rules: readonly {
    readonly unitId: number;
    readonly categoryId: number;
    readonly rule: PriceRule;
  }[];
}

/** All that a price depends on, but for whom it is. */
export interface Tariffs {
  readonly versions: readonly TariffVersion[];
  readonly categories: readonly TariffCategory[];
  readonly units: readonly PricedUnit[];
}

export type VersionRefusal = "no-version" | "two-versions";

/** The one version in force on a day. None or several are a fault of the town's settings, never a price. */
export function versionOn(
  versions: readonly TariffVersion[],
  d: Day,
): Result<TariffVersion, VersionRefusal> {
  const inForce = versions.filter(({ from, to }) => from <= d && (to === null || d < to));
  const [version] = inForce;
  if (!version) return refused("no-version");
  return inForce.length > 1 ? refused("two-versions") : done(version);
}
