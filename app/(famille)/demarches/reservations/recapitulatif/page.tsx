import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { CancelDraft } from "@/components/portal/demarche/cancel-draft";
import { DemarcheFrame } from "@/components/portal/demarche/frame";
import { ImpossibleChanges } from "@/components/portal/recap/impossible-changes";
import { InscriptionRecapCard } from "@/components/portal/recap/inscription-recap-card";
import { Requester } from "@/components/portal/recap/requester";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { recapOfPlan } from "@/lib/domain/booking/plan-recap";
import { plural } from "@/lib/domain/day-words";
import { readRecap } from "@/lib/services/reservations/read-recap";
import { cancel } from "../actions";
import { reservations } from "../demarche";
import { idParam } from "@/app/params";
import { SendForm } from "./form";
import { TotalCost } from "@/components/portal/recap/total-cost";
import { hasPrices } from "@/lib/domain/tariff/price-table";

export const metadata: Metadata = {
  title: `Étape 3 sur 4\u00a0: récapitulatif – ${reservations.title}`,
};

export default async function RecapStep({
  searchParams,
}: PageProps<"/demarches/reservations/recapitulatif">) {
  const { actor, family } = await requireGuardian();
  const schoolYearId = idParam((await searchParams)["annee"]);
  const recap = await readRecap(family, { schoolYearId, moment: nowMoment() });
  if (!recap) return <NothingToRecap />;
  const { familyId } = family;
  const { context, plan, draft } = recap;
  const back = reservations.stepHref("calendrier", { annee: context.schoolYear.id });
  const children = recapOfPlan(context, plan);
  const count = plan.changes.length;
  const pricing = hasPrices(recap.prices) ? recap : null;
  return (
    <DemarcheFrame
      demarche={reservations}
      step="recapitulatif"
      about={context.schoolYear.name}
      query={{ annee: context.schoolYear.id }}
      cancel={
        <CancelDraft cancel={cancel} familyId={familyId} schoolYearId={context.schoolYear.id} />
      }
      hasOwnWayBack={count > 0}
    >
      {count === 0 && plan.impossible.length === 0 ? (
        <EmptyState
          icon="calendar"
          title="Aucun changement à envoyer"
          action={<ButtonLink href={back}>Retourner au calendrier</ButtonLink>}
        >
          Vos réservations sont déjà celles que vous avez choisies.
        </EmptyState>
      ) : (
        <div className="grid gap-8">
          <Requester person={actor} />
          <ImpossibleChanges context={context} impossible={plan.impossible} back={back} />
          {recap.setAside > 0 && (
            <Callout title="Inscriptions décochées à l’étape 1">
              {`${plural(recap.setAside, "choix ne sera pas envoyé", "choix ne seront pas envoyés")}, car leurs inscriptions ne sont plus cochées à l’étape 1.`}
            </Callout>
          )}
          {children.map((child) => (
            <section key={child.childId} aria-labelledby={`enfant-${child.childId}`}>
              <h2 id={`enfant-${child.childId}`} className="mb-3">
                <span className="sr-only">La demande pour </span>
                {child.firstName}
              </h2>
              <div className="grid gap-4">
                {child.inscriptions
                  .filter(({ additions, removals }) => additions.length + removals.length > 0)
                  .map((its) => (
                    <InscriptionRecapCard
                      key={its.inscription.id}
                      {...{ recap: its, back, pricing }}
                    />
                  ))}
              </div>
            </section>
          ))}
          {count > 0 && pricing && <TotalCost cost={recap.cost} />}
          {count > 0 && (
            <SendForm
              key={familyId}
              familyId={familyId}
              schoolYearId={context.schoolYear.id}
              revision={draft.revision}
              fingerprint={recap.fingerprint}
              idempotencyKey={randomUUID()}
              count={count}
              back={back}
            />
          )}
        </div>
      )}
    </DemarcheFrame>
  );
}

// Where one comes back after sending (Back, a second tab, an answer lost on the way).
function NothingToRecap() {
  return (
    <>
      <PageHeading above={reservations.title}>Récapitulatif</PageHeading>
      <EmptyState
        icon="document"
        title="Il n’y a plus de brouillon à envoyer"
        action={
          <div className="flex flex-wrap justify-center gap-3">
            <ButtonLink href="/demandes">Voir mes demandes</ButtonLink>
            <ButtonLink href={reservations.href} variant="secondary">
              Faire une nouvelle réservation
            </ButtonLink>
          </div>
        }
      >
        Il a été envoyé ou supprimé. Ce qui a été envoyé se trouve dans vos demandes.
      </EmptyState>
    </>
  );
}
