import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { BookingInscription } from "@/lib/domain/booking/context";
import type { Plan } from "@/lib/domain/booking/plan";
import type { InscriptionRecap, UnitRecap } from "@/lib/domain/booking/plan-recap";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDifference } from "@/lib/domain/money";
import { unitCost, type PlanCost } from "@/lib/domain/tariff/plan-cost";
import { stepOn } from "@/lib/domain/tariff/price-steps";
import { rowKey, type FullPriceTable, type PriceTable } from "@/lib/domain/tariff/price-table";
import { DatePages } from "./date-pages";
import { UnitPrice } from "./unit-price";

/** The changes of one inscription: rules in words first, then every date; additions and removals apart. */
export function InscriptionRecapCard({
  recap,
  back,
  pricing,
}: {
  recap: InscriptionRecap;
  back: Route;
  /** Null in a town without tariffs. */
  pricing: RecapPricing | null;
}) {
  const { inscription } = recap;
  const titleId = `inscription-${inscription.id}`;
  return (
    <Card
      level={3}
      title={inscription.activityLabel}
      titleId={titleId}
      aside={
        <Link href={back} prefetch={false} className="text-link min-h-target content-center">
          Modifier<span className="sr-only">{` ${inscription.activityLabel}`}</span>
        </Link>
      }
    >
      <p className="text-muted mb-3">
        {[inscription.establishmentLabel, inscription.groupLabel].filter(Boolean).join(", ")}
      </p>
      <div className="grid gap-5">
        {recap.additions.length > 0 && (
          <Changes change="add" units={recap.additions} {...{ pricing, inscription }} />
        )}
        {recap.removals.length > 0 && (
          <Changes change="remove" units={recap.removals} {...{ pricing, inscription }} />
        )}
        {pricing?.cost.byInscription.get(inscription.id)?.fees.map(({ unitId, label, amount }) => (
          <p key={unitId}>
            {`${label}, une seule fois\u00a0: `}
            <strong className="tabular-nums">
              {amount === null ? "tarif non publié" : formatDifference(amount)}
            </strong>
          </p>
        ))}
        {pricing?.cost.byInscription.get(inscription.id)?.settled.map(({ unitId, label }) => (
          <p key={unitId}>{`${label}\u00a0: déjà réglé par l’autre foyer.`}</p>
        ))}
      </div>
    </Card>
  );
}

/** What the prices of a recap are drawn from. */
export interface RecapPricing {
  readonly plan: Plan;
  readonly prices: PriceTable;
  readonly cost: PlanCost;
  readonly explained: FullPriceTable;
}

function PriceOfUnit({
  pricing,
  inscription,
  unit,
  change,
}: {
  pricing: RecapPricing;
  inscription: BookingInscription;
  unit: UnitRecap;
  change: "add" | "remove";
}) {
  const { plan, prices, explained } = pricing;
  const row = { inscriptionId: inscription.id, unitId: unit.unitId };
  const words = inscription.units.find(({ id }) => id === unit.unitId);
  if (!words) return null;
  const steps = explained.steps.get(rowKey(row)) ?? [];
  const used = new Set(change === "add" ? unit.days.flatMap((d) => stepOn(steps, d) ?? []) : []);
  return (
    <UnitPrice
      unit={words}
      cost={unitCost(plan, prices, { ...row, change })}
      removal={change === "add" ? null : unit.examined ? "examined" : "atOnce"}
      steps={steps.filter((step) => used.has(step))}
    />
  );
}

const look = {
  add: { title: "Ajouts", icon: "plus", look: "border-added-line bg-added-bg text-added-ink" },
  remove: {
    title: "Retraits",
    icon: "minus",
    look: "border-removed-line bg-removed-bg text-removed-ink",
  },
} as const;

function Changes({
  change,
  units,
  pricing,
  inscription,
}: {
  change: "add" | "remove";
  units: readonly UnitRecap[];
  pricing: RecapPricing | null;
  inscription: BookingInscription;
}) {
  const { title, ...badge } = look[change];
  return (
    <div>
      <h4 className="mb-2">
        <Badge {...badge}>{title}</Badge>
      </h4>
      <ul className="grid gap-4">
        {units.map((unit) => (
          <li key={unit.unitId} className="grid gap-2">
            <p>
              <strong>{unit.unitLabel}</strong>
              {`\u00a0: ${unit.sentence}.`}
              {unit.examined && (
                <span className="text-muted block text-sm">
                  Le service examine cette demande et vous répond par courriel.
                </span>
              )}
            </p>
            {pricing && <PriceOfUnit {...{ pricing, inscription, unit, change }} />}
            <Disclosure
              summary={
                unit.days.length === 1 ? "Voir la date" : `Voir les ${unit.days.length} dates`
              }
            >
              <DatePages days={unit.days} label={unit.unitLabel} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </div>
  );
}
