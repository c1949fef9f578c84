import type { Metadata } from "next";
import { idParam, textParam } from "@/app/params";
import { DayListTable } from "@/components/portal/attendance/day-list-table";
import { PrintButton } from "@/components/portal/demarche/print-button";
import { FilterInput, FilterSelect } from "@/components/portal/requests/filter-field";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { now, nowMoment } from "@/lib/clock";
import { dayOf, parseDay } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";
import { readDayList, type DayListUnit } from "@/lib/services/attendance/day-list";
import { readDayListHealth } from "@/lib/services/attendance/day-list-health";
import { queueChoices } from "@/lib/services/request-kinds/queue";

export const metadata: Metadata = { title: "Effectifs du jour" };

export default async function DayListPage({ searchParams }: PageProps<"/admin/effectifs">) {
  const { agent } = await requirePermission("read-day-list");
  const query = await searchParams;
  const day = parseDay(textParam(query, "jour")) ?? dayOf(nowMoment());
  const establishmentId = idParam(textParam(query, "etablissement"));
  const [units, { establishments }] = await Promise.all([
    readDayList(agent, { day, establishmentId }),
    queueChoices(agent),
  ]);
  const pai = await readDayListHealth(agent, { day, units }, now());
  return (
    <>
      <PageHeading
        lead={`Le ${formatDay(day, "long")}, avec les régimes, les PAI et les autorisations tels qu’ils sont en ce moment. Chaque affichage des PAI figure au journal.`}
        actions={<PrintButton />}
      >
        Effectifs du jour
      </PageHeading>
      <form
        action="/admin/effectifs"
        role="search"
        aria-label="Choisir le jour et l’établissement"
        key={`${day} ${establishmentId ?? ""}`}
        className="no-print border-line bg-card mb-6 grid items-end gap-4 rounded-xl border p-4 sm:grid-cols-3"
      >
        <FilterInput name="jour" label="Jour" type="date" defaultValue={day} />
        <FilterSelect
          name="etablissement"
          label="Établissement"
          defaultValue={establishmentId ?? ""}
        >
          <option value="">Tous</option>
          {establishments.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </FilterSelect>
        <Button type="submit" icon="search">
          Afficher
        </Button>
      </form>
      {units.length === 0 ? (
        <EmptyState icon="calendar" title="Personne n’est attendu">
          Aucune réservation ce jour-là, dans ce que vos droits vous montrent.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
          {units.map((unit) => (
            <section
              key={`${unit.groupId}-${unit.unitId}`}
              aria-labelledby={`liste-${unit.groupId}-${unit.unitId}`}
            >
              <h2 id={`liste-${unit.groupId}-${unit.unitId}`}>
                {[unit.establishmentLabel, unit.groupLabel].filter(Boolean).join(", ")}
                <span className="text-muted block text-base font-normal">
                  {`${unit.activityLabel}, ${unit.unitLabel}\u00a0: ${plural(unit.children.length, "enfant", "enfants")}`}
                </span>
              </h2>
              <DayListTable
                name={nameOf(unit)}
                day={day}
                kids={unit.children.map((child) => ({
                  ...child,
                  pai: pai.get(child.childId) ?? null,
                }))}
              />
            </section>
          ))}
        </div>
      )}
    </>
  );
}

function nameOf(unit: DayListUnit): string {
  const { establishmentLabel, groupLabel, activityLabel, unitLabel } = unit;
  return [establishmentLabel, groupLabel, activityLabel, unitLabel].filter(Boolean).join(", ");
}
