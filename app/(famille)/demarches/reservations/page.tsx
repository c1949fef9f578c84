import type { Metadata } from "next";
import { DemarcheIntroduction } from "@/components/portal/demarche/introduction";
import { requireGuardian } from "@/lib/auth";
import { listDrafts } from "@/lib/services/reservations/drafts";
import { reservations } from "./demarche";

export const metadata: Metadata = { title: reservations.title };

export default async function ReservationsIntroduction() {
  const { family } = await requireGuardian();
  const drafts = await listDrafts(family);
  return (
    <DemarcheIntroduction
      demarche={reservations}
      start={reservations.stepHref("inscriptions")}
      resume={drafts.map(({ schoolYearId, schoolYearName, changes }) => ({
        about: schoolYearName,
        href: reservations.stepHref("calendrier", { annee: schoolYearId }),
        changes,
      }))}
    >
      <p>
        Choisissez les activités de vos enfants, cochez les jours, relisez, envoyez. Vos choix sont
        enregistrés au fur et à mesure : vous pouvez fermer cette page et reprendre plus tard, même
        sur un autre appareil.
      </p>
      <p>
        Selon l’activité, un jour est validé aussitôt, ou examiné par le service, qui vous répond
        par courriel : le récapitulatif le dit avant l’envoi.
      </p>
    </DemarcheIntroduction>
  );
}
