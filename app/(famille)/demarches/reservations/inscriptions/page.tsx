import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CancelDraft } from "@/components/portal/demarche/cancel-draft";
import { DemarcheFrame } from "@/components/portal/demarche/frame";
import { EmptyState } from "@/components/ui/empty-state";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import type { BookingContext } from "@/lib/domain/booking/context";
import { formatPeriod } from "@/lib/domain/day-words";
import type { ReservationDraft } from "@/lib/services/reservations/drafts";
import { readBooking } from "@/lib/services/reservations/read-booking";
import { cancel } from "../actions";
import { reservations } from "../demarche";
import { idParam } from "@/app/params";
import { InscriptionsForm, type ChildChoice } from "./form";

export const metadata: Metadata = {
  title: `Étape 1 sur 4\u00a0: choix des inscriptions – ${reservations.title}`,
};

export default async function InscriptionsStep({
  searchParams,
}: PageProps<"/demarches/reservations/inscriptions">) {
  const { family } = await requireGuardian();
  const schoolYearId = idParam((await searchParams)["annee"]);
  const page = await readBooking(family, { schoolYearId, moment: nowMoment() });
  if (!page) notFound();
  const { context, draft, schoolYears } = page;
  const { schoolYear } = context;
  const { familyId } = family;
  return (
    <DemarcheFrame
      demarche={reservations}
      step="inscriptions"
      about={schoolYear.name}
      cancel={<CancelDraft cancel={cancel} familyId={familyId} schoolYearId={schoolYear.id} />}
    >
      {context.inscriptions.length === 0 ? (
        <EmptyState icon="calendar" title={`Aucune inscription pour ${schoolYear.name}`}>
          Vos enfants n’ont pas d’inscription en cours pour cette année scolaire. Le service
          éducation peut vous renseigner.
        </EmptyState>
      ) : (
        <InscriptionsForm
          key={`${familyId} ${schoolYear.id}`}
          familyId={familyId}
          schoolYear={schoolYear}
          otherYears={schoolYears.filter(({ id }) => id !== schoolYear.id)}
          kids={choicesOf(context, draft)}
        />
      )}
    </DemarcheFrame>
  );
}

// All ticked at first: choosing is not booking, and it saves a gesture for each inscription.
function choicesOf(context: BookingContext, draft: ReservationDraft | null): ChildChoice[] {
  return context.children.map((child) => ({
    ...child,
    inscriptions: context.inscriptions
      .filter(({ childId }) => childId === child.id)
      .map((inscription) => ({
        id: inscription.id,
        activity: inscription.activityLabel,
        place: [inscription.establishmentLabel, inscription.groupLabel]
          .filter((part) => part !== null)
          .join(", "),
        period: formatPeriod(inscription),
        chosen: draft ? draft.chosen.includes(inscription.id) : true,
      })),
  }));
}
