import { Callout } from "@/components/ui/callout";
import { InnerLink } from "@/components/ui/inner-link";
import { plural } from "@/lib/domain/day-words";
import { cellFaultWords, type CellFault, type GridFaults } from "@/lib/domain/tariff/completeness";
import type { AgentGrid } from "@/lib/services/tariffs/read-grid";
import { namesOf } from "../reduction-list";

/** What is missing before a draft can be published, each line leading to where it is mended. */
export function FaultList({ faults, grid }: { faults: GridFaults; grid: AgentGrid }) {
  const count = faults.cells.length + faults.reductions.length;
  const names = namesOf(grid);
  const base = `/admin/tarifs/${grid.version.id}`;
  const href = ({ unitId, categoryId }: CellFault) => {
    const activityId = grid.units.find(({ id }) => id === unitId)?.activityId ?? 0;
    return `${base}/modifier?categorie=${categoryId}&activite=${activityId}`;
  };
  return (
    <Callout
      tone="danger"
      title={`${plural(count, "point manque", "points manquent")} pour publier ce tarif`}
    >
      <p>Chaque prestation a besoin d’un prix dans chaque catégorie.</p>
      <ul className="mt-2 list-disc pl-5">
        {faults.cells.map((fault) => (
          <li key={`${fault.categoryId}|${fault.unitId}`}>
            <InnerLink href={href(fault)} className="inline-block py-1 underline">
              {`${names.unit(fault.unitId)}, catégorie «\u00a0${names.category(fault.categoryId)}\u00a0»`}
            </InnerLink>
            {`\u00a0: ${cellFaultWords[fault.fault]}`}
          </li>
        ))}
        {faults.reductions.map(({ label }) => (
          <li key={label}>
            <InnerLink href={`${base}/reglages`} className="inline-block py-1 underline">
              {`Réduction «\u00a0${label}\u00a0»`}
            </InnerLink>
            {"\u00a0: elle ne peut pas être utilisée telle quelle"}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
