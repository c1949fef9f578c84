import { rulesOf, type TariffGrid } from "@/lib/domain/tariff/grid";
import { named, reductionFault, type ReductionFault } from "@/lib/domain/tariff/reduction";
import { ruleFault, type RuleFault } from "@/lib/domain/tariff/rule";
import type { Tariffs } from "@/lib/domain/tariff/version";

/** A cell without which, or with which, a grid cannot be published. */
export interface CellFault {
  readonly unitId: number;
  readonly categoryId: number;
  readonly fault: RuleFault | "missing";
}

export interface FaultyReduction {
  readonly label: string;
  readonly fault: ReductionFault | "unknown-unit" | "unknown-category";
}

export interface GridFaults {
  readonly cells: readonly CellFault[];
  readonly reductions: readonly FaultyReduction[];
}

export const cellFaultWords: Readonly<Record<CellFault["fault"], string>> = {
  missing: "pas de prix",
  negative: "un montant est négatif",
  "no-bracket": "aucune tranche",
  "first-bracket-not-zero": "la première tranche ne commence pas à 0",
  "brackets-not-ascending": "les tranches ne se suivent pas",
  "rate-above-100": "le taux dépasse 100\u00a0%",
  "rate-not-positive": "le taux est nul",
  "floor-above-ceiling": "le minimum dépasse le maximum",
};

/**
 * What keeps a grid from being published: every unit needs a usable rule in every category, so that no
 * family meets a price that is not there.
 */
export function gridFaults(
  grid: Pick<TariffGrid, "rules" | "reductions">,
  { units, categories }: Pick<Tariffs, "units" | "categories">,
): GridFaults {
  const rule = rulesOf(grid);
  const cells = categories.flatMap((category) =>
    units.flatMap((unit): CellFault[] => {
      const found = rule(unit.id, category.id);
      const fault = found === null ? "missing" : ruleFault(found);
      return fault === null ? [] : [{ unitId: unit.id, categoryId: category.id, fault }];
    }),
  );
  const known = {
    units: new Set(units.map(({ id }) => id)),
    categories: new Set(categories.map(({ id }) => id)),
  };
  const reductions = grid.reductions.flatMap((reduction): FaultyReduction[] => {
    const { label } = reduction;
    const fault = reductionFault(reduction);
    if (fault !== null) return [{ label, fault }];
    if (named(reduction.unitIds).some((id) => !known.units.has(id)))
      return [{ label, fault: "unknown-unit" }];
    return named(reduction.categoryIds).some((id) => !known.categories.has(id))
      ? [{ label, fault: "unknown-category" }]
      : [];
  });
  return { cells, reductions };
}

export function isComplete({ cells, reductions }: GridFaults): boolean {
  return cells.length === 0 && reductions.length === 0;
}
