import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeList } from "@/components/portal/authorizations/change-list";
import { RequestStatus } from "@/components/portal/requests/request-status";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { Stepper } from "@/components/ui/stepper";
import { requireGuardian } from "@/lib/auth";
import { momentOfInstant } from "@/lib/domain/day";
import { formatMoment } from "@/lib/domain/day-words";
import { readFiledAuthorizations } from "@/lib/services/authorizations/read-filed";
import { submissionParam } from "../../../reservations/submission-param";
import { autorisations } from "../../demarche";

export const metadata: Metadata = {
  title: `Étape 3 sur 3\u00a0: confirmation – ${autorisations.title}`,
};

export default async function ConfirmationStep({
  params,
}: PageProps<"/demarches/autorisations/confirmation/[submissionId]">) {
  const { actor, family } = await requireGuardian();
  const submissionId = submissionParam((await params).submissionId);
  const filed = submissionId && (await readFiledAuthorizations(family, submissionId));
  if (!filed) notFound();
  const { requests } = filed;
  return (
    <>
      <PageHeading
        above={autorisations.title}
        autoFocusOnMount
        lead={`Envoyé par ${filed.by} le ${formatMoment(momentOfInstant(filed.at))}.`}
      >
        {requests.length === 1
          ? "Nous avons bien enregistré votre demande"
          : `Nous avons bien enregistré vos ${requests.length} demandes`}
      </PageHeading>
      <div className="mb-8">
        <Stepper steps={autorisations.steps} current="confirmation" />
      </div>
      <div className="grid gap-5">
        <Callout tone="success" title="Un courriel de confirmation vous est envoyé">
          {`À l’adresse ${actor.email}. Vos réponses valent dès maintenant.`}
        </Callout>
        {requests.map(({ number, childName, state, lines }) => (
          <Card
            key={number}
            title={
              <InnerLink href={`/demandes/${number}`} className="text-link">
                {`Demande n°\u00a0${number}`}
              </InnerLink>
            }
            titleId={`demande-${number}`}
            aside={<RequestStatus state={state} />}
          >
            <p className="mb-2">
              <strong>{`${childName} – Autorisations`}</strong>
            </p>
            <ChangeList changes={lines} />
          </Card>
        ))}
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/" icon="home" wide>
            Retour à l’accueil
          </ButtonLink>
          <ButtonLink href={autorisations.href} variant="secondary" wide>
            Un autre enfant
          </ButtonLink>
        </div>
      </div>
    </>
  );
}
