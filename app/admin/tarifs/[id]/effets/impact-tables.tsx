import { figureCell, headCell, rowHead, table } from "@/components/portal/tariff-grid/cells";
import { formatCount } from "@/components/portal/tariff-grid/count-words";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { cents, formatCents, formatDifference } from "@/lib/domain/money";
import { relativeChange, relativeInWords } from "@/lib/domain/tariff/differences";
import type { BracketImpact, Impact } from "@/lib/domain/tariff/impact";

/** Receipts of the year by activity, under each grid. */
export function ActivityReceipts({
  rows,
  name,
  headings,
}: {
  rows: Impact["byActivity"];
  name: (activityId: number) => string;
  headings: { before: string; after: string };
}) {
  return (
    <section aria-labelledby="par-activite" className="grid min-w-0 gap-3">
      <h2 id="par-activite">Recettes par activité</h2>
      <ScrollRegion label="Tableau des recettes par activité">
        <table className={table}>
          <Head
            first="Activité"
            columns={["Réservations", headings.before, headings.after, "Différence"]}
          />
          <tbody>
            {[...rows]
              .sort((a, b) => b.before - a.before)
              .map(({ activityId, days, before, after }) => (
                <tr key={activityId}>
                  <th scope="row" className={rowHead}>
                    {name(activityId)}
                  </th>
                  <td className={figureCell}>{formatCount(days)}</td>
                  <td className={figureCell}>{formatCents(before)}</td>
                  <td className={figureCell}>{formatCents(after)}</td>
                  <td className={figureCell}>
                    {`${formatDifference(cents(after - before))} (${relativeInWords(relativeChange(before, after))})`}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

/** Who pays more and who pays less, by the families' quotient of today. */
export function BracketTable({ rows }: { rows: readonly BracketImpact[] }) {
  return (
    <section aria-labelledby="par-quotient" className="grid min-w-0 gap-3">
      <div>
        <h2 id="par-quotient">Qui paie plus, qui paie moins</h2>
        <p className="measure text-muted">
          Par tranche du quotient familial d’aujourd’hui. Les montants sont ceux d’une famille sur
          l’année entière, pour tous ses enfants.
        </p>
      </div>
      <ScrollRegion label="Tableau des familles par quotient familial">
        <table className={table}>
          <Head
            first="Quotient familial"
            columns={[
              "Familles",
              "Paient plus",
              "Paient moins",
              "Pareil",
              "En moyenne",
              "Plus grand écart",
            ]}
          />
          <tbody>
            {rows.map((row) => (
              <tr key={row.label}>
                <th scope="row" className={rowHead}>
                  {row.label}
                </th>
                <td className={figureCell}>{formatCount(row.families)}</td>
                <td className={figureCell}>{formatCount(row.more)}</td>
                <td className={figureCell}>{formatCount(row.less)}</td>
                <td className={figureCell}>{formatCount(row.same)}</td>
                <td className={figureCell}>{formatDifference(row.average)}</td>
                <td className={figureCell}>{formatDifference(row.largest)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Head({ first, columns }: { first: string; columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col" className={`${headCell} sticky left-0 z-10`}>
          {first}
        </th>
        {columns.map((column) => (
          <th key={column} scope="col" className={`${headCell} text-right`}>
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}
