import { Callout } from "@/components/ui/callout";
import { ruleChange } from "@/lib/domain/tariff/differences";
import { readTypedGrid, type TypedGrid } from "@/lib/domain/tariff/typed-grid";
import { changeInWords } from "@/components/portal/tariff-grid/change-words";
import type { Colleague } from "./form-props";

/** What a colleague saved meanwhile, where it is not what stands in the form. */
export function ColleaguePrices({
  units,
  colleague,
  mine,
}: {
  units: readonly { id: number; label: string }[];
  colleague: Colleague;
  mine: TypedGrid;
}) {
  const { cells } = readTypedGrid(mine, () => "");
  const differing = units.flatMap(({ id, label }) => {
    const theirs = colleague.cells.find(({ unitId }) => unitId === id)?.rule ?? null;
    const change = ruleChange(theirs, cells.find(({ unitId }) => unitId === id)?.rule ?? null);
    return change ? changeInWords(change).map((words) => `${label}\u00a0: ${words}`) : [];
  });
  return (
    <Callout tone="warning" title="Enregistré par un collègue, puis dans votre saisie">
      {differing.length === 0 ? (
        <p>
          Les prix de cette page sont les mêmes&nbsp;: votre collègue en a modifié d’autres. Vous
          pouvez enregistrer les vôtres.
        </p>
      ) : (
        <ul className="list-disc pl-5">
          {differing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Callout>
  );
}
