import { Fragment } from "react";
import { WhyThisPrice } from "@/components/portal/tariffs/why-this-price";
import { formatCents } from "@/lib/domain/money";
import { priceRefusalWords } from "@/lib/domain/tariff/price";
import type { Priced } from "@/lib/domain/tariff/price-steps";
import type { SimulatedActivity, SimulatedUnit } from "@/lib/domain/tariff/simulation";

export const headCell = "border-line border-b-2 py-2 align-bottom text-sm font-semibold";
export const activityCell =
  "text-brand pt-6 pb-1 text-left print:pt-3 print:pb-0.5 print:text-[11pt] text-lg font-bold";

/** The result by activity and unit; each price opens its explanation. */
export function SimulationTable({ activities }: { activities: readonly SimulatedActivity[] }) {
  return (
    <table className="w-full max-w-3xl border-collapse print:my-4 print:max-w-none print:text-[10pt]">
      <caption className="sr-only">Tarifs par activité et par unité</caption>
      <thead>
        <tr>
          <th scope="col" className={`${headCell} text-left`}>
            Activités et unités
          </th>
          <th scope="col" className={`${headCell} text-right`}>
            Tarifs
          </th>
        </tr>
      </thead>
      {activities.map((activity) => (
        <tbody key={activity.id} className="break-inside-avoid">
          <tr>
            <th scope="rowgroup" colSpan={2} className={activityCell}>
              {activity.label}
            </th>
          </tr>
          {activity.units.map((unit) => (
            <Fragment key={unit.unitId}>
              <tr className="border-line border-t">
                <th
                  scope="row"
                  className="py-2 pr-4 text-left align-top font-semibold print:py-0.5"
                >
                  <UnitName unit={unit} />
                </th>
                <td className="py-2 text-right align-top font-bold whitespace-nowrap tabular-nums print:py-0.5">
                  <Amount priced={unit.priced} />
                </td>
              </tr>
              <tr className="no-print">
                <td colSpan={2} className="sm:pb-1">
                  <Explanation activity={activity} unit={unit} />
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** The unit, and when its price is due where the name does not say it. */
export function UnitName({ unit }: { unit: Pick<SimulatedUnit, "label" | "remark"> }) {
  return (
    <>
      {unit.label}
      {unit.remark === null ? null : (
        <span className="text-muted block text-sm font-normal print:text-[8.5pt]">
          {unit.remark}
        </span>
      )}
    </>
  );
}

/** The amount, or that there is none: never zero by accident. */
export function Amount({ priced }: { priced: Priced }) {
  return priced.ok ? formatCents(priced.value.amount) : "Pas de prix";
}

function Explanation({ activity, unit }: { activity: SimulatedActivity; unit: SimulatedUnit }) {
  return unit.priced.ok ? (
    <WhyThisPrice plain price={unit.priced.value} about={`pour ${unit.label}, ${activity.label}`} />
  ) : (
    <p className="text-muted pb-2 text-sm">{priceRefusalWords[unit.priced.refusal]}</p>
  );
}
