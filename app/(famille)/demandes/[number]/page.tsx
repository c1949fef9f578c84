import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { giveRequestRecap } from "@/app/(famille)/documents/actions";
import { OneClickForm } from "@/app/(famille)/documents/one-click-form";
import { PrintButton } from "@/components/portal/demarche/print-button";
import { Outcome } from "@/components/portal/requests/outcome";
import { LateBadge, RequestStatus } from "@/components/portal/requests/request-status";
import { RequestTimeline } from "@/components/portal/requests/request-timeline";
import { changesInWords, instantInWords, spanInWords } from "@/components/portal/requests/words";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeading } from "@/components/ui/page-heading";
import { requireGuardian } from "@/lib/auth";
import { now, nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { capital } from "@/lib/domain/day-words";
import { settledInWords } from "@/lib/domain/request-kind";
import { aboutInWords, wholeFamily } from "@/lib/domain/service-request";
import {
  lateChangeOf,
  readFamilyRequest,
  viewOf,
  waitingCount,
  withHealth,
  type RequestDetail,
} from "@/lib/services/request-kinds/detail";
import { readFamilyMessages } from "@/lib/services/request-messages/read-messages";
import { idParam, textParam } from "@/app/params";
import { MessagesCard } from "./messages-card";
import { views } from "./views";
import { WithdrawButton } from "./withdraw-form";
import { departmentAtStart } from "@/lib/domain/department-words";

// The title and the page read it once.
const readRequest = cache(async (text: string) => {
  const { family } = await requireGuardian();
  const number = idParam(text);
  const request = number === null ? null : await readFamilyRequest(family, number);
  return request && withHealth(family, request, now());
});

export async function generateMetadata({
  params,
}: PageProps<"/demandes/[number]">): Promise<Metadata> {
  const request = await readRequest((await params).number);
  return { title: request ? `Demande n°\u00a0${request.number}` : "Demande introuvable" };
}

export default async function RequestPage({
  params,
  searchParams,
}: PageProps<"/demandes/[number]">) {
  const { family } = await requireGuardian();
  const { familyId } = family;
  const request = await readRequest((await params).number);
  if (!request) notFound();
  const withdrawn = idParam(textParam(await searchParams, "retirees"));
  const messages = await readFamilyMessages(family, request.number);
  const written = idParam(textParam(await searchParams, "message"));
  const waiting = waitingCount(request, dayOf(nowMoment()));
  return (
    <>
      <Breadcrumb
        above={[{ href: "/demandes", label: "Mes demandes" }]}
        here={`Demande n°\u00a0${request.number}`}
      />
      <PageHeading
        lead={
          <>
            <p className="mb-2">{`${request.about?.firstName ?? wholeFamily} – ${request.subject}`}</p>
            <span className="flex flex-wrap gap-2">
              <RequestStatus state={request.state} />
              {request.lateReason === null ? null : <LateBadge />}
            </span>
          </>
        }
        actions={
          <>
            <PrintButton />
            <OneClickForm
              familyId={familyId}
              submit={giveRequestRecap}
              fields={{ number: request.number, idempotencyKey: randomUUID() }}
              label="Imprimer en PDF"
            />
          </>
        }
      >
        {`Demande n°\u00a0${request.number}`}
      </PageHeading>
      <div className="grid gap-6">
        {withdrawn !== null && (
          <Outcome>
            {`${settledInWords(request.kind, "withdraw", withdrawn)}. Un courriel vous le confirme.`}
          </Outcome>
        )}
        {textParam(await searchParams, "joint") === "1" && (
          <Outcome>Votre document est joint à cette demande.</Outcome>
        )}
        {messages.some(({ id }) => id === written) && (
          <Outcome key={written}>
            Votre message est envoyé au service. Sa réponse arrivera ici et par courriel.
          </Outcome>
        )}
        <Card title="La demande" titleId="la-demande">
          <DescriptionList items={factsOf(request)} />
        </Card>
        {viewOf(request, views)}
        <WithdrawButton
          familyId={familyId}
          number={request.number}
          kind={request.kind}
          count={waiting}
          idempotencyKey={randomUUID()}
        />
        {request.mayRead && (
          <MessagesCard
            messages={messages}
            written={written}
            familyId={familyId}
            number={request.number}
            idempotencyKey={randomUUID()}
          />
        )}
        <Card title="Le suivi" titleId="le-suivi">
          <RequestTimeline
            events={request.events}
            kind={request.kind}
            lateChange={lateChangeOf(request)}
          />
          <Contact request={request} />
        </Card>
      </div>
    </>
  );
}

function factsOf(request: RequestDetail) {
  const where = [request.establishmentLabel, request.groupLabel].filter(Boolean).join(", ");
  const span = spanInWords(request);
  return [
    aboutInWords(request.about),
    { term: span ? "Activité" : "Objet", detail: request.subject },
    ...(span
      ? [
          { term: "Établissement", detail: where },
          { term: "Période", detail: capital(span) },
        ]
      : []),
    {
      term: "Changements demandés",
      detail: changesInWords(request),
    },
    { term: "Demandeur", detail: request.by },
    { term: "Envoyée", detail: capital(instantInWords(request.createdAt)) },
  ];
}

function Contact({ request }: { request: RequestDetail }) {
  return (
    <p>
      {`Une question\u00a0? ${departmentAtStart(request.departmentName)} vous répond\u00a0: `}
      <a
        className="text-link"
        href={`mailto:${request.departmentEmail}?subject=${encodeURIComponent(`Demande n° ${request.number}`)}`}
      >
        {request.departmentEmail}
      </a>
      {request.departmentPhone ? ", " : null}
      <span className="whitespace-nowrap">{request.departmentPhone}</span>.
    </p>
  );
}
