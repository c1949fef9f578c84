import type { ReactNode } from "react";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { formatCents } from "@/lib/domain/money";
import { cents } from "@/lib/domain/money";
import {
  boundsOf,
  ruleInWords,
  unitsByActivity,
  type GridActivity,
  type RuleLookup,
} from "@/lib/domain/tariff/grid";
import { bracketInWords, bracketOf, formatRate, type PriceRule } from "@/lib/domain/tariff/rule";
import type { PricedUnit, TariffCategory } from "@/lib/domain/tariff/version";
import { figureCell, headCell, rowHead, table, wordCell } from "./cells";
import { UnitRemark } from "./unit-remark";

type Columns =
  | { readonly kind: "brackets"; readonly bounds: readonly number[] }
  | { readonly kind: "effort" }
  | { readonly kind: "fixed" };

/** The prices of one category: a row a unit, by activity; a column a bracket, or a figure of the rate. */
export function GridTable({
  category,
  activities,
  units,
  rule,
  act,
}: {
  category: TariffCategory;
  activities: readonly GridActivity[];
  units: readonly PricedUnit[];
  rule: RuleLookup;
  /** What can be done with an activity's prices. */
  act?: ((activity: GridActivity) => ReactNode) | undefined;
}) {
  const columns = columnsOf(units.map((unit) => rule(unit.id, category.id)));
  const label = `Prix de la catégorie «\u00a0${category.label}\u00a0»`;
  return (
    <ScrollRegion label={label}>
      <table className={table}>
        <caption className="sr-only">{label}</caption>
        <Head columns={columns} />
        {unitsByActivity(activities, units).map(({ activity, units: its }) => (
          <tbody key={activity.id}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={widthOf(columns) + 1}
                className="border-line bg-page border-t px-3 py-1.5"
              >
                <span className="sticky left-3 inline-flex max-w-[80vw] flex-wrap items-center gap-x-4">
                  {activity.label}
                  {act?.(activity)}
                </span>
              </th>
            </tr>
            {its.map((unit) => (
              <tr key={unit.id}>
                <th scope="row" className={rowHead}>
                  {unit.label}
                  <UnitRemark unit={unit} units={units} />
                </th>
                <Cells rule={rule(unit.id, category.id)} columns={columns} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

/** Columns for what most of a category needs: brackets before a rate, a rate before a fixed price. */
function columnsOf(rules: readonly (PriceRule | null)[]): Columns {
  const bounds = boundsOf(rules);
  if (bounds.length > 0) return { kind: "brackets", bounds };
  return { kind: rules.some((rule) => rule?.kind === "effort") ? "effort" : "fixed" };
}

function widthOf(columns: Columns): number {
  if (columns.kind === "brackets") return columns.bounds.length;
  return columns.kind === "effort" ? 3 : 1;
}

function Head({ columns }: { columns: Columns }) {
  const unit = (
    <th
      scope="col"
      rowSpan={columns.kind === "brackets" ? 2 : 1}
      className={`${headCell} sticky left-0 z-10`}
    >
      Prestation
    </th>
  );
  if (columns.kind === "brackets") {
    const brackets = columns.bounds.map((from) => ({ from, amount: cents(0) }));
    return (
      <thead>
        <tr>
          {unit}
          <th scope="colgroup" colSpan={brackets.length} className={`${headCell} pb-0`}>
            Quotient familial
          </th>
        </tr>
        <tr>
          {brackets.map((bracket) => (
            <th key={bracket.from} scope="col" className={`${headCell} min-w-24 text-right`}>
              {bracketInWords(brackets, bracket)}
            </th>
          ))}
        </tr>
      </thead>
    );
  }
  const names = columns.kind === "effort" ? ["Taux d’effort", "Minimum", "Maximum"] : ["Prix"];
  return (
    <thead>
      <tr>
        {unit}
        {names.map((name) => (
          <th key={name} scope="col" className={`${headCell} text-right`}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cells({ rule, columns }: { rule: PriceRule | null; columns: Columns }) {
  const figures = figuresOf(rule, columns);
  if (figures)
    return figures.map((figure, i) => (
      <td key={i} className={figureCell}>
        {figure}
      </td>
    ));
  return (
    <td
      colSpan={widthOf(columns)}
      className={`${wordCell} ${rule ? "" : "text-danger-ink font-semibold"}`}
    >
      {ruleInWords(rule)}
    </td>
  );
}

/** One figure a column; null where the rule is of another kind than the columns. */
function figuresOf(rule: PriceRule | null, columns: Columns): string[] | null {
  if (rule?.kind === "brackets" && columns.kind === "brackets")
    return columns.bounds.map((bound) => {
      const bracket = bracketOf(rule.brackets, bound);
      return bracket ? formatCents(bracket.amount) : "–";
    });
  if (rule?.kind === "effort" && columns.kind === "effort")
    return [formatRate(rule.rate), formatCents(rule.floor), formatCents(rule.ceiling)];
  return rule?.kind === "fixed" && columns.kind === "fixed" ? [formatCents(rule.amount)] : null;
}
