import { reductionInWords } from "@/lib/domain/tariff/reduction-words";
import type { AgentGrid } from "@/lib/services/tariffs/read-grid";

/** The reductions in words, in the order in which they are taken off. */
export function ReductionList({ grid }: { grid: AgentGrid }) {
  const { reductions } = grid.version.grid;
  if (reductions.length === 0) return <p>Aucune réduction.</p>;
  const names = namesOf(grid);
  return (
    <>
      {reductions.length > 1 && (
        <p className="text-muted text-sm">
          Dans cet ordre, chacune sur ce qui reste à payer après la précédente.
        </p>
      )}
      <ol className="mt-2 grid list-decimal gap-3 pl-6">
        {reductions.map((reduction) => (
          <li key={reduction.label}>
            <strong className="font-semibold">{reduction.label}</strong>
            <span className="text-muted block text-sm">{reductionInWords(reduction, names)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** How units and categories are called; a unit with its activity, because "Journée" is in several. */
export function namesOf({ activities, units, categories }: Omit<AgentGrid, "version">): {
  unit: (id: number) => string;
  category: (id: number) => string;
} {
  return {
    unit: (id) => {
      const unit = units.find((u) => u.id === id);
      const activity = activities.find((a) => a.id === unit?.activityId);
      return unit ? `${unit.label} (${activity?.label ?? ""})` : "prestation supprimée";
    },
    category: (id) => categories.find((c) => c.id === id)?.label ?? "catégorie supprimée",
  };
}
