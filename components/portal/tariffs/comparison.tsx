import { HiddenFields } from "@/components/portal/tariffs/hidden-fields";
import { activityCell, Amount, headCell } from "@/components/portal/tariffs/simulation-table";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextField } from "@/components/ui/field";
import { formatDifference } from "@/lib/domain/money";
import type { SimulatedTown } from "@/lib/domain/tariff/simulation";
import {
  formatQuotient,
  queryParams,
  type Comparison as Compared,
  type SimulationQuery,
  type SimulationResult,
} from "@/lib/domain/tariff/simulation-query";

/** Side by side with another version or another quotient: a form, and the rows once it was sent. */
export function Comparison({
  town,
  query,
  result,
  action,
}: {
  town: SimulatedTown;
  query: SimulationQuery;
  result: SimulationResult;
  /** The address of the page. */
  action: string;
}) {
  const { comparison } = result;
  const error = comparison?.error ?? undefined;
  return (
    <section
      aria-labelledby="comparaison"
      className={`grid gap-5 print:mt-6 print:block ${comparison && !error ? "" : "no-print"}`}
    >
      <h2 id="comparaison" tabIndex={-1}>
        Comparer
      </h2>
      {error ? <ErrorSummary errors={[{ field: "avec-quotient", message: error }]} /> : null}
      <form action={`${action}#comparaison`} noValidate className="no-print grid gap-4">
        <HiddenFields values={queryParams(query, ["avec-version", "avec-quotient"])} />
        <div className="grid items-start gap-x-8 gap-y-4 sm:grid-cols-2">
          <SelectField
            name="avec-version"
            label="Avec quel tarif ?"
            defaultValue={query["avec-version"]}
            optional
          >
            <option value="">{`Le même (${result.version.name})`}</option>
            {town.versions
              .filter(({ id }) => id !== result.version.id)
              .toReversed()
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </SelectField>
          <TextField
            name="avec-quotient"
            label="Avec quel quotient familial ?"
            defaultValue={query["avec-quotient"]}
            error={error}
            inputMode="decimal"
            optional
          />
        </div>
        <p>
          <Button type="submit" variant="secondary">
            Comparer
          </Button>
        </p>
      </form>
      {comparison && !error ? <ComparisonTable result={result} comparison={comparison} /> : null}
    </section>
  );
}

function ComparisonTable({
  result,
  comparison,
}: {
  result: SimulationResult;
  comparison: Compared;
}) {
  const other = comparison.with;
  return (
    <div
      role="region"
      aria-label="Tableau de comparaison"
      // It has its own scrolling where the text is very large.
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="w-full max-w-4xl border-collapse print:max-w-none print:text-[10pt]">
        <caption className="sr-only">Comparaison des tarifs par activité et par unité</caption>
        <thead>
          <tr>
            <th scope="col" className={`${headCell} text-left`}>
              Activités et unités
            </th>
            <Side name={result.version.name} quotient={result.situation.quotientFamilial} />
            <Side name={other.version.name} quotient={other.quotientFamilial} />
            <th scope="col" className={`${headCell} pl-3 text-right`}>
              Écart
            </th>
          </tr>
        </thead>
        {comparison.activities.map((activity) => (
          <tbody key={activity.id} className="break-inside-avoid">
            <tr>
              <th scope="rowgroup" colSpan={4} className={activityCell}>
                {activity.label}
              </th>
            </tr>
            {activity.units.map((unit) => (
              <tr key={unit.unitId} className="border-line border-t">
                <th scope="row" className="py-2 text-left align-top font-semibold print:py-0.5">
                  {unit.label}
                </th>
                <td className={amountCell}>
                  <Amount priced={unit.before} />
                </td>
                <td className={amountCell}>
                  <Amount priced={unit.after} />
                </td>
                <td className={`${amountCell} font-bold`}>
                  {unit.difference === null ? "–" : formatDifference(unit.difference)}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

const amountCell = "print:py-0.5 py-2 pl-3 text-right align-top whitespace-nowrap tabular-nums";

function Side({ name, quotient }: { name: string; quotient: number | null }) {
  return (
    <th scope="col" className={`${headCell} pl-3 text-right`}>
      {name}
      <span className="text-muted block font-normal">
        <abbr title="Quotient familial" className="no-underline">
          QF
        </abbr>
        {` ${formatQuotient(quotient)}`}
      </span>
    </th>
  );
}
