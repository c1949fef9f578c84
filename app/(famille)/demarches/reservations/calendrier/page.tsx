import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CancelDraft } from "@/components/portal/demarche/cancel-draft";
import { DemarcheFrame } from "@/components/portal/demarche/frame";
import { splitDraft } from "@/components/portal/planning/chosen-draft";
import { lookOf } from "@/components/portal/planning/look-url";
import { Planning } from "@/components/portal/planning/planning";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { momentOfInstant, type Day } from "@/lib/domain/day";
import { usualRhythm } from "@/lib/domain/rhythm";
import { readBooking, readPastReservations } from "@/lib/services/reservations/read-booking";
import { askLate, cancel } from "../actions";
import { reservations } from "../demarche";
import { idParam, type Query, textParam } from "@/app/params";

type Props = PageProps<"/demarches/reservations/calendrier">;

/** Read once a request, for the title and for the page. */
const read = cache(async (schoolYearId: number | null, on: Day | null) => {
  const { actor, family } = await requireGuardian();
  const moment = nowMoment();
  const [booking, past] = await Promise.all([
    readBooking(family, { schoolYearId, on, moment }),
    readPastReservations(family, moment),
  ]);
  return booking && { ...booking, past, owner: actor.accountId, familyId: family.familyId };
});

const look = (query: Query) => lookOf((name) => textParam(query, name));

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const asked = await searchParams;
  const page = await read(idParam(asked["annee"]), look(asked).anchor);
  const year = page ? ` ${page.context.schoolYear.name}` : "";
  return { title: `Étape 2 sur 4\u00a0: calendrier${year} – ${reservations.title}` };
}

export default async function CalendarStep({ searchParams }: Props) {
  const asked = await searchParams;
  const page = await read(idParam(asked["annee"]), look(asked).anchor);
  if (!page) notFound();
  const { familyId } = page;
  const { schoolYear } = page.context;
  const { context, chosen, wishes, parked } = splitDraft(page.context, page.draft);
  const revision = page.draft?.revision ?? 0;
  const query = { annee: schoolYear.id };
  const here = reservations.stepHref("calendrier", query);
  return (
    <DemarcheFrame
      demarche={reservations}
      step="calendrier"
      about={schoolYear.name}
      query={query}
      cancel={<CancelDraft cancel={cancel} familyId={familyId} schoolYearId={schoolYear.id} />}
      dense={context.inscriptions.length > 0}
      hasOwnWayBack={context.inscriptions.length === 0}
    >
      {context.inscriptions.length === 0 ? (
        <EmptyState
          icon="calendar"
          title="Aucune inscription à réserver"
          action={
            <ButtonLink href={reservations.stepHref("inscriptions", query)}>
              Retour à l’étape 1
            </ButtonLink>
          }
        >
          Choisissez au moins une inscription à l’étape 1.
        </EmptyState>
      ) : (
        <Planning
          key={`${familyId} ${context.now} ${revision}`}
          context={context}
          opens={look(asked)}
          prices={page.prices}
          rhythm={usualRhythm(page.past, context, chosen)}
          draft={{
            revision,
            savedAt: page.draft && momentOfInstant(page.draft.updatedAt),
            chosen,
            wishes,
            parked,
          }}
          owner={page.owner}
          familyId={familyId}
          askLate={askLate}
          urls={{
            draft: `${reservations.href}/brouillon`,
            next: reservations.stepHref("recapitulatif", query),
            signIn: `/connexion?retour=${encodeURIComponent(here)}`,
          }}
        />
      )}
    </DemarcheFrame>
  );
}
