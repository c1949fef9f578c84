import { randomUUID } from "node:crypto";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { readUnits } from "@/lib/services/settings/units";
import { OrderButtons } from "../order-buttons";
import { SettingLine } from "../setting-line";
import { moveUnit } from "./actions";
import { unitFacts } from "./words";

/** What of an activity is booked or charged, in its order. */
export function UnitList({
  activityId,
  list: { units, orderStamp },
}: {
  activityId: number;
  list: Awaited<ReturnType<typeof readUnits>>;
}) {
  const base = `/admin/reglages/activites/${activityId}/unites`;
  return (
    <section aria-labelledby="titre-unites" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="titre-unites">Unités</h2>
        <ButtonLink href={`${base}/nouveau`} icon="plus" variant="secondary" wide>
          Ajouter une unité
        </ButtonLink>
      </div>
      {units.length === 0 ? (
        <EmptyState icon="calendar" title="Aucune unité">
          {
            "Ajoutez-en une\u00a0: c’est ce qui se réserve jour par jour, comme «\u00a0Repas\u00a0»."
          }
        </EmptyState>
      ) : (
        <ol className="grid gap-3">
          {units.map(({ id, setting }, i) => (
            <SettingLine
              key={id}
              href={`${base}/${id}`}
              label={setting.label}
              facts={unitFacts(setting, units)}
            >
              <OrderButtons
                move={moveUnit}
                id={id}
                label={setting.label}
                place={i + 1}
                count={units.length}
                shown={orderStamp}
                idempotencyKey={randomUUID()}
              />
            </SettingLine>
          ))}
        </ol>
      )}
    </section>
  );
}
