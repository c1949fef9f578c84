import { WhyThisPrice } from "@/components/portal/tariffs/why-this-price";
import { unitCostInWords } from "@/components/portal/tariffs/words";
import { formatDay } from "@/lib/domain/day-words";
import type { Day } from "@/lib/domain/day";
import type { UnitCost } from "@/lib/domain/tariff/plan-cost";
import { priceRefusalWords } from "@/lib/domain/tariff/price";
import type { PriceStep } from "@/lib/domain/tariff/price-steps";

type Removal = "atOnce" | "examined";

const onRemoval = {
  atOnce: "En moins sur la facture",
  examined: "En moins sur la facture, si le service accepte",
} as const;

interface PricedUnit {
  readonly label: string;
  readonly nounSingular: string;
  readonly nounPlural: string;
}

/** What the added or removed days of a unit cost together; why, for those that are added. */
export function UnitPrice({
  unit,
  cost,
  removal,
  steps,
}: {
  unit: PricedUnit;
  cost: UnitCost;
  /** How the days are taken back; null where they are added. */
  removal: Removal | null;
  /** The prices of the added days, each with the first of them. */
  steps: readonly PriceStep[];
}) {
  return (
    <>
      <p>
        {`${removal ? onRemoval[removal] : "Prix"}\u00a0: `}
        <strong className="tabular-nums">{unitCostInWords(cost, unit)}</strong>
      </p>
      {steps.map(({ from, usual }) =>
        usual.ok ? (
          <WhyThisPrice
            key={from}
            price={usual.value}
            about={steps.length > 1 ? `${unit.label}, ${since(from)}` : unit.label}
          />
        ) : (
          <p key={from} className="text-muted text-sm">
            {priceRefusalWords[usual.refusal]}
          </p>
        ),
      )}
    </>
  );
}

function since(day: Day): string {
  return `à partir du ${formatDay(day, "dateMedium")}`;
}
