import type { Metadata, Route } from "next";
import { idParam, textParam } from "@/app/params";
import { DayListTable } from "@/components/portal/attendance/day-list-table";
import { DayOverview } from "@/components/portal/attendance/day-overview";
import { PrintButton } from "@/components/portal/demarche/print-button";
import { FilterInput, FilterSelect } from "@/components/portal/requests/filter-field";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission, type Authorized } from "@/lib/auth";
import { now, nowMoment } from "@/lib/clock";
import { dayOf, parseDay, type Day } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";
import { countDiets } from "@/lib/domain/diet";
import { readDayList, type DayListUnit } from "@/lib/services/attendance/day-list";
import { readDayListHealth, type ChildPai } from "@/lib/services/attendance/day-list-health";
import {
  readDayOverview,
  type DayOverview as Overview,
} from "@/lib/services/attendance/day-overview";
import { queueChoices } from "@/lib/services/request-kinds/queue";

export const metadata: Metadata = { title: "Effectifs du jour" };

/** Above so many children, one establishment at a time: a page that a telephone can still open. */
const mostAtOnce = 150;

export default async function DayListPage({ searchParams }: PageProps<"/admin/effectifs">) {
  const { agent } = await requirePermission("read-day-list");
  const query = await searchParams;
  const day = parseDay(textParam(query, "jour")) ?? dayOf(nowMoment());
  const establishmentId = idParam(textParam(query, "etablissement"));
  const [overview, { establishments }] = await Promise.all([
    readDayOverview(agent, { day, establishmentId }),
    queueChoices(agent),
  ]);
  const total = overview.establishments.reduce((sum, there) => sum + there.children, 0);
  const isTooMany = establishmentId === null && total > mostAtOnce;
  return (
    <>
      <PageHeading
        lead={`Le ${formatDay(day, "long")}, avec les régimes, les PAI et les autorisations tels qu’ils sont en ce moment. Chaque affichage des PAI figure au journal.`}
        actions={isTooMany || total === 0 ? null : <PrintButton />}
      >
        Effectifs du jour
      </PageHeading>
      <form
        action="/admin/effectifs"
        role="search"
        aria-label="Choisir le jour et l’établissement"
        key={`${day} ${establishmentId ?? ""}`}
        className="no-print border-line bg-card mb-3 grid items-end gap-4 rounded-xl border p-4 sm:grid-cols-3"
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
      <Around overview={overview} establishmentId={establishmentId} />
      {isTooMany ? (
        <DayOverview establishments={overview.establishments} hrefOf={(id) => listHref(day, id)} />
      ) : (
        <Lists agent={agent} day={day} establishmentId={establishmentId} />
      )}
    </>
  );
}

function listHref(day: Day, establishmentId: number | null): Route {
  const chosen = establishmentId === null ? "" : `&etablissement=${establishmentId}`;
  return `/admin/effectifs?jour=${day}${chosen}` as Route;
}

/** The days before and after on which somebody is expected: never a Sunday for nothing. */
function Around({
  overview: { previous, next },
  establishmentId,
}: {
  overview: Overview;
  establishmentId: number | null;
}) {
  return (
    <nav aria-label="Autres jours" className="no-print mb-6 flex flex-wrap justify-between gap-2">
      {previous && (
        <ButtonLink href={listHref(previous, establishmentId)} variant="quiet" icon="arrow-left">
          <span className="sr-only">{"Jour précédent\u00a0: "}</span>
          {formatDay(previous, "short")}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink
          href={listHref(next, establishmentId)}
          variant="quiet"
          iconEnd="arrow-right"
          className="ml-auto"
        >
          <span className="sr-only">{"Jour suivant\u00a0: "}</span>
          {formatDay(next, "short")}
        </ButtonLink>
      )}
    </nav>
  );
}

async function Lists({
  agent,
  day,
  establishmentId,
}: {
  agent: Authorized<"read-day-list">;
  day: Day;
  establishmentId: number | null;
}) {
  const units = await readDayList(agent, { day, establishmentId });
  const pai = await readDayListHealth(agent, { day, units }, now());
  if (units.length === 0)
    return (
      <EmptyState icon="calendar" title="Personne n’est attendu">
        Aucune réservation ce jour-là, dans ce que vos droits vous montrent.
      </EmptyState>
    );
  return (
    <div className="print-wide grid grid-cols-[minmax(0,1fr)] gap-8 print:block">
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
          <p className="text-sm">{dietsInWords(unit, pai)}</p>
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
  );
}

/** "Non renseigné : 2, Sans porc : 3, Végétarien : 1. PAI : 2." */
function dietsInWords(unit: DayListUnit, pai: ReadonlyMap<number, ChildPai>): string {
  const diets = countDiets(unit.children).map(
    ({ diet, count }) => `${diet ?? "Non renseigné"}\u00a0: ${count}`,
  );
  const withPai = unit.children.filter(({ childId }) => pai.has(childId)).length;
  return `${diets.join(", ")}.${withPai > 0 ? ` PAI\u00a0: ${withPai}.` : ""}`;
}

function nameOf(unit: DayListUnit): string {
  const { establishmentLabel, groupLabel, activityLabel, unitLabel } = unit;
  return [establishmentLabel, groupLabel, activityLabel, unitLabel].filter(Boolean).join(", ");
}
