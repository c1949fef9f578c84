import { randomUUID } from "node:crypto";
import { Fragment } from "react";
import { idParam, textParam, type Query } from "@/app/params";
import { FamilyBreadcrumb } from "@/components/portal/family-admin/family-breadcrumb";
import { Outcome } from "@/components/portal/requests/outcome";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { inStead } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { addDays, eachDay } from "@/lib/domain/day";
import { formatPeriod, plural } from "@/lib/domain/day-words";
import { readBooking } from "@/lib/services/reservations/read-booking";
import { familyHref } from "../../hrefs";
import { familyTitle, familyToChange } from "../read-family";
import { WeekForm } from "./week-form";
import { weekHref, weekOf } from "./week-param";
import { weekRows } from "./read-week";

type Props = PageProps<"/admin/familles/[id]/reserver">;

export async function generateMetadata({ params }: Props) {
  return familyTitle(params, "Réserver pour la famille");
}

/** A week of a family's calendar, changed by an agent in its stead. */
export default async function ServedWeekPage({ params, searchParams }: Props) {
  const { agent, family } = await familyToChange(params);
  const query = await searchParams;
  const moment = nowMoment();
  const monday = weekOf(query, moment);
  const week = { from: monday, to: addDays(monday, 6) };
  const page = await readBooking(inStead(agent, family.id), {
    schoolYearId: null,
    on: monday,
    moment,
  });
  const days = eachDay(week);
  const rows = page ? weekRows(page.context, days) : [];
  const used = days.filter((_, i) =>
    rows.some((child) => child.rows.some(({ cells }) => cells[i] !== null)),
  );
  const path = `${familyHref(family.id)}/reserver`;
  const said = saidOf(query);
  return (
    <>
      <FamilyBreadcrumb family={family} here="Réserver pour la famille" />
      <PageHeading above={`Réserver pour la famille ${family.name}`}>
        {`Semaine ${formatPeriod(week)}`}
      </PageHeading>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
        {said && <Outcome key={said}>{said}</Outcome>}
        <Callout title="Vous agissez à la place de la famille">
          Les délais ne s’appliquent pas, et rien n’est à instruire. Les jours fermés ou passés ne
          changent pas ; un jour complet demande que vous le disiez. Chaque responsable reçoit un
          courriel avec votre motif, et le journal garde votre nom.
        </Callout>
        <Unpriced family={family} />
        <nav aria-label="Semaines" className="flex flex-wrap gap-3">
          <ButtonLink
            href={weekHref(path, addDays(monday, -7))}
            variant="secondary"
            icon="arrow-left"
          >
            Semaine précédente
          </ButtonLink>
          <ButtonLink
            href={weekHref(path, addDays(monday, 7))}
            variant="secondary"
            iconEnd="arrow-right"
          >
            Semaine suivante
          </ButtonLink>
        </nav>
        {page && used.length > 0 ? (
          <WeekForm
            key={`${monday} ${said ?? ""}`}
            familyId={family.id}
            schoolYearId={page.context.schoolYear.id}
            week={monday}
            days={used}
            rows={rows.map((child) => ({
              ...child,
              rows: child.rows.map((row) => ({
                ...row,
                cells: row.cells.filter((_, i) => used.includes(days[i] ?? monday)),
              })),
            }))}
            idempotencyKey={randomUUID()}
          />
        ) : (
          <EmptyState icon="calendar" title="Rien à réserver cette semaine">
            Aucun enfant de la famille n’est inscrit à une activité qui ouvre ces jours-là.
          </EmptyState>
        )}
      </div>
    </>
  );
}

/** Children whose days would be reserved without a price, and where that is mended. */
function Unpriced({
  family,
}: {
  family: {
    readonly id: number;
    readonly children: readonly {
      readonly id: number;
      readonly name: string;
      readonly category: object | null;
    }[];
  };
}) {
  const unpriced = family.children.filter(({ category }) => category === null);
  if (unpriced.length === 0) return null;
  return (
    <Callout tone="warning" title="Des jours seraient réservés sans prix">
      {"La catégorie de tarif n’est pas encore dite\u00a0: "}
      {unpriced.map(({ id, name }, i) => (
        <Fragment key={id}>
          {i > 0 && ", "}
          <InnerLink
            href={`${familyHref(family.id)}/enfants/${id}/categorie`}
            className="text-link"
          >
            {name}
          </InnerLink>
        </Fragment>
      ))}
      .
    </Callout>
  );
}

/** What was just done, as the URL says it. */
function saidOf(query: Query): string | null {
  const added = idParam(textParam(query, "ajouts"));
  const removed = idParam(textParam(query, "retraits"));
  const parts = [
    added === null ? null : plural(added, "jour ajouté", "jours ajoutés"),
    removed === null ? null : plural(removed, "jour retiré", "jours retirés"),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `${parts.join(", ")}. La famille est prévenue par courriel.`;
}
