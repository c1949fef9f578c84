import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrintButton } from "@/components/portal/demarche/print-button";
import { ConfirmationCard } from "@/components/portal/recap/confirmation-card";
import { announcedInWords } from "@/components/portal/tariffs/words";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import { PageHeading } from "@/components/ui/page-heading";
import { Stepper } from "@/components/ui/stepper";
import { requireGuardian } from "@/lib/auth";
import { momentOfInstant } from "@/lib/domain/day";
import { formatMoment, plural } from "@/lib/domain/day-words";
import { readSubmission, type ConfirmedRequest } from "@/lib/services/reservations/read-submission";
import { reservations } from "../../demarche";
import { submissionParam } from "../../submission-param";
import { examinedInWords } from "@/lib/domain/tariff/plan-cost";
import { departmentInText } from "@/lib/domain/department-words";

export const metadata: Metadata = {
  title: `Étape 4 sur 4\u00a0: confirmation – ${reservations.title}`,
};

export default async function ConfirmationStep({
  params,
}: PageProps<"/demarches/reservations/confirmation/[submissionId]">) {
  const { actor, family } = await requireGuardian();
  const submissionId = submissionParam((await params).submissionId);
  const confirmation = submissionId && (await readSubmission(family, submissionId));
  if (!confirmation) notFound();
  const { requests } = confirmation;
  const total = confirmation.total && announcedInWords(confirmation.total);
  const examined = examinedInWords(confirmation.examined);
  return (
    <>
      <PageHeading
        above={reservations.title}
        autoFocusOnMount
        lead={`Envoyé par ${confirmation.by} le ${formatMoment(momentOfInstant(confirmation.at))}.`}
      >
        {requests.length === 1
          ? "Votre demande est enregistrée"
          : `Vos ${requests.length} demandes sont enregistrées`}
      </PageHeading>
      <div className="mb-8">
        <Stepper steps={reservations.steps} current="confirmation" />
      </div>
      <div className="grid gap-5">
        <Callout tone="success" title="Un courriel de confirmation vous est envoyé">
          <p>{`À l’adresse ${actor.email}, avec le même récapitulatif.`}</p>
          {total && (
            <p>
              {"Prix de l’ensemble\u00a0: "}
              <strong>{total}</strong>
              {examined && `. ${examined}`}
            </p>
          )}
          <Waiting requests={requests} />
        </Callout>
        <ul className="grid gap-4">
          {requests.map((request) => (
            <li key={request.number}>
              <ConfirmationCard request={request} />
            </li>
          ))}
        </ul>
        <div className="no-print flex flex-wrap gap-3">
          <ButtonLink href="/" icon="home" wide>
            Retour à l’accueil
          </ButtonLink>
          <a
            href={`${reservations.href}/confirmation/${submissionId}/agenda.ics`}
            download="reservations.ics"
            className={buttonClass({ variant: "secondary", wide: true })}
          >
            <Icon name="calendar" />
            Ajouter à mon agenda
          </a>
          <PrintButton />
        </div>
      </div>
    </>
  );
}

function Waiting({ requests }: { requests: readonly ConfirmedRequest[] }) {
  const waiting = requests.filter(({ state }) => state === "pending");
  const first = waiting[0];
  if (!first) return null;
  return (
    <p>
      {`${plural(waiting.length, "demande est", "demandes sont")} en cours d’instruction\u00a0: ${departmentInText(first.departmentName)} vous répondra par courriel. Une question\u00a0? Écrivez à `}
      <a className="text-link" href={`mailto:${first.departmentEmail}`}>
        {first.departmentEmail}
      </a>
      .
    </p>
  );
}
