import { Icon } from "@/components/ui/icon";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { cents, formatDifference } from "@/lib/domain/money";
import {
  relativeChange,
  relativeInWords,
  type CellChange,
  type FigureChange,
} from "@/lib/domain/tariff/differences";
import { unitsByActivity, type GridActivity } from "@/lib/domain/tariff/grid";
import type { PricedUnit } from "@/lib/domain/tariff/version";
import { figureCell, headCell, rowHead, table, wordCell } from "./cells";
import { changeColumns, figureIn, type ChangeColumn } from "./change-columns";
import { changeInWords, figureInWords } from "./change-words";

/** The cells of one category that differ, in the grid's own rows and columns: old, new, by how much. */
export function ChangeTable({
  label,
  changes,
  activities,
  units,
}: {
  label: string;
  changes: readonly CellChange[];
  activities: readonly GridActivity[];
  units: readonly PricedUnit[];
}) {
  const columns = changeColumns(changes);
  const changed = units.filter(({ id }) => changes.some(({ unitId }) => unitId === id));
  return (
    <ScrollRegion label={label}>
      <table className={table}>
        <caption className="sr-only">{`${label}\u00a0: avant, après, différence`}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${headCell} sticky left-0 z-10`}>
              Prestation
            </th>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={`${headCell} min-w-28 text-right`}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        {unitsByActivity(activities, changed).map(({ activity, units: its }) => (
          <tbody key={activity.id}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={columns.length + 1}
                className="border-line bg-page border-t px-3 py-1.5"
              >
                <span className="sticky left-3">{activity.label}</span>
              </th>
            </tr>
            {its.map((unit) => (
              <tr key={unit.id}>
                <th scope="row" className={rowHead}>
                  {unit.label}
                </th>
                <Cells
                  change={changes.find(({ unitId }) => unitId === unit.id)}
                  columns={columns}
                />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

function Cells({
  change,
  columns,
}: {
  change: CellChange | undefined;
  columns: readonly ChangeColumn[];
}) {
  const figures = columns.map((column) => change && figureIn(change, column));
  if (change && figures.every((figure) => figure === undefined))
    return (
      <td colSpan={columns.length} className={wordCell}>
        {changeInWords(change).map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </td>
    );
  return figures.map((figure, i) => (
    <td key={i} className={figureCell}>
      {figure ? <Figure figure={figure} /> : <span className="text-muted">inchangé</span>}
    </td>
  ));
}

/** The direction is an arrow and a sign, never a colour alone. */
function Figure({ figure }: { figure: FigureChange }) {
  const { before, after, measure } = figure;
  const relative = relativeInWords(relativeChange(before, after));
  const up = after > before;
  return (
    <>
      <span className="text-muted block text-sm">
        {figureInWords(figure, before)}
        <span className="sr-only"> devient </span>
      </span>
      <strong className="block font-semibold">{figureInWords(figure, after)}</strong>
      <span className={`block text-sm ${up ? "text-removed-ink" : "text-success-ink"}`}>
        <Icon name={up ? "chevron-up" : "chevron-down"} className="mr-0.5 size-[0.9em]" />
        {measure === "amount" ? formatDifference(cents(after - before)) : relative}
      </span>
      {measure === "amount" && <span className="text-muted block text-sm">{relative}</span>}
    </>
  );
}
