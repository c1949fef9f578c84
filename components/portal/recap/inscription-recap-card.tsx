import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { InscriptionRecap, UnitRecap } from "@/lib/domain/booking/plan-recap";
import { DatePages } from "./date-pages";
import { Disclosure } from "@/components/ui/disclosure";

/** The changes of one inscription: rules in words first, then every date; additions and removals apart. */
export function InscriptionRecapCard({ recap, back }: { recap: InscriptionRecap; back: Route }) {
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
        {recap.additions.length > 0 && <Changes title="Ajouts" units={recap.additions} />}
        {recap.removals.length > 0 && <Changes title="Retraits" units={recap.removals} />}
      </div>
    </Card>
  );
}

function Changes({ title, units }: { title: "Ajouts" | "Retraits"; units: readonly UnitRecap[] }) {
  return (
    <div>
      <h4 className="mb-2">
        <Badge
          icon={title === "Ajouts" ? "plus" : "minus"}
          look={
            title === "Ajouts"
              ? "border-added-line bg-added-bg text-added-ink"
              : "border-removed-line bg-removed-bg text-removed-ink"
          }
        >
          {title}
        </Badge>
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
