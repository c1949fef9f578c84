import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { formatPeriod } from "@/lib/domain/day-words";
import { SettingLine } from "../setting-line";
import { openDaysInWords } from "./choices";
import { unitName, type readGroupPage } from "./read-group-page";
import { datedSeatsTitle, exceptionTitle, seatsInWords } from "./words";

type GroupPage = NonNullable<Awaited<ReturnType<typeof readGroupPage>>>;

/** When a group opens, the days that are exceptions, and how many places its units have. */
export function ScheduleLists({ page }: { page: GroupPage }) {
  const { group, schedule, capacity } = page;
  const base = `/admin/reglages/groupes/${group.id}`;
  return (
    <>
      <Lines
        id="ouvertures"
        title="Ouvertures"
        add={{ href: `${base}/ouvertures/nouveau`, label: "Ajouter une ouverture" }}
        empty="Sans ouverture, les familles ne peuvent réserver aucun jour de ce groupe."
      >
        {schedule.openings.map(({ id, setting }) => (
          <SettingLine
            key={id}
            href={`${base}/ouvertures/${id}`}
            label={unitName(page, setting.unitId)}
            facts={[openDaysInWords(setting.weekdays, setting.dayKinds), formatPeriod(setting)]}
          />
        ))}
      </Lines>
      <Lines
        id="exceptions"
        title="Fermetures et ouvertures exceptionnelles"
        add={{ href: `${base}/exceptions/nouveau`, label: "Ajouter un jour" }}
        empty={
          "Une grève, un pont, une sortie\u00a0: chaque jour avec sa raison, que les familles lisent."
        }
      >
        {schedule.exceptions.map(({ id, setting }) => (
          <SettingLine
            key={id}
            href={`${base}/exceptions/${id}`}
            label={exceptionTitle(setting)}
            facts={[unitName(page, setting.unitId), `motif\u00a0: ${setting.reason}`]}
          />
        ))}
      </Lines>
      <Lines
        id="places"
        title="Places"
        add={{ href: `${base}/places/dates/nouveau`, label: "Changer les places sur des dates" }}
        empty="Sans unité que les familles réservent, il n’y a pas de place à compter."
      >
        {capacity.units.map(({ unitId, label, seats }) => (
          <SettingLine
            key={unitId}
            href={`${base}/places/${unitId}`}
            label={label}
            facts={[seatsInWords(seats)]}
          />
        ))}
        {capacity.dated.map(({ id, setting }) => (
          <SettingLine
            key={`dates-${id}`}
            href={`${base}/places/dates/${id}`}
            label={datedSeatsTitle(setting)}
            facts={[unitName(page, setting.unitId)]}
          />
        ))}
      </Lines>
    </>
  );
}

function Lines({
  id,
  title,
  add,
  empty,
  children,
}: {
  id: string;
  title: string;
  add: { href: string; label: string };
  empty: string;
  children: readonly ReactNode[];
}) {
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id={id}>{title}</h2>
        <ButtonLink href={add.href} icon="plus" variant="secondary" wide>
          {add.label}
        </ButtonLink>
      </div>
      {children.length === 0 ? (
        <EmptyState icon="calendar" title="Rien pour l’instant">
          {empty}
        </EmptyState>
      ) : (
        <ul className="grid gap-3">{children}</ul>
      )}
    </section>
  );
}
