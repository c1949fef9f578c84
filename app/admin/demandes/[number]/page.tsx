import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { idParam, textParam } from "@/app/(famille)/demandes/filters";
import { ChangeList } from "@/components/portal/authorizations/change-list";
import { PrintButton } from "@/components/portal/demarche/print-button";
import { DocumentList } from "@/components/portal/requests/document-list";
import { FileChangeList } from "@/components/portal/requests/file-changes";
import { LateRequest } from "@/components/portal/requests/late-request";
import { Outcome } from "@/components/portal/requests/outcome";
import { RequestLines } from "@/components/portal/requests/request-lines";
import { LateBadge, RequestStatus } from "@/components/portal/requests/request-status";
import { RequestTimeline } from "@/components/portal/requests/request-timeline";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { authorize, requirePermission } from "@/lib/auth";
import { now } from "@/lib/clock";
import { settledInWords } from "@/lib/domain/request-kind";
import { aboutInWords, lateDecisionLabel, type LineState } from "@/lib/domain/service-request";
import {
  lateChangeOf,
  readAgentRequest,
  withHealth,
  type RequestDetail,
} from "@/lib/services/service-requests/detail";
import { nextToDecide } from "@/lib/services/service-requests/queue";
import { outcomeParam } from "../filters";
import { DecisionForm } from "./decision-form";
import { DocumentDecisionForm } from "./document-decision-form";
import { FamilyFacts, RequestFacts } from "./facts";
import { FileDecisionForm } from "./file-decision-form";

// The title and the page read it once.
const readRequest = cache(async (text: string) => {
  const { actor, agent } = await requirePermission("read-requests");
  const number = idParam(text);
  const request = number === null ? null : await readAgentRequest(agent, number);
  const health = authorize(actor, "read-health");
  return request && health ? withHealth(health, request, now()) : request;
});

export async function generateMetadata({
  params,
}: PageProps<"/admin/demandes/[number]">): Promise<Metadata> {
  const request = await readRequest((await params).number);
  return { title: request ? `Demande n°\u00a0${request.number}` : "Demande introuvable" };
}

export default async function AgentRequestPage({
  params,
  searchParams,
}: PageProps<"/admin/demandes/[number]">) {
  const { actor, agent } = await requirePermission("read-requests");
  const request = await readRequest((await params).number);
  if (!request) notFound();
  const decidesFiles = authorize(actor, "decide-files") !== null;
  const opensFiles = authorize(actor, "read-documents") !== null;
  const { number } = request;
  const title = `${aboutInWords(request.about).detail} – ${request.subject}`;
  const next = await nextToDecide(agent, number);
  const waiting = request.groups.filter(({ state }) => state === "pending");
  const settled = request.groups.filter(({ state }) => state !== "pending");
  const lateChange = lateChangeOf(request);
  // Who may not decide on what waits reads it with the rest.
  const toDecide = ({ state }: { state: LineState }) => decidesFiles && state === "pending";
  const fileWaiting = request.fileChanges.filter(toDecide);
  const fileSettled = request.fileChanges.filter((line) => !toDecide(line));
  // What is joined to a late request goes with it.
  const documents = request.documents.filter(
    (line) => request.kind !== "supportingDocuments" || !toDecide(line),
  );
  const done = outcomeOf(await searchParams, request);
  return (
    <>
      <Breadcrumb
        above={[{ href: "/admin/demandes", label: "Demandes" }]}
        here={`Demande n°\u00a0${number}`}
      />
      <PageHeading
        lead={
          <>
            <p className="mb-2">{title}</p>
            <span className="flex flex-wrap gap-2">
              <RequestStatus state={request.state} />
              {request.lateReason === null ? null : <LateBadge />}
            </span>
          </>
        }
        actions={
          <>
            <PrintButton />
            {!done && <NextLink number={next} variant="secondary" />}
          </>
        }
      >
        {`Demande n°\u00a0${number}`}
      </PageHeading>
      <div className="grid gap-6">
        {done && (
          <Outcome key={done} actions={<NextLink number={next} variant="primary" />}>
            {`${done}. La famille est prévenue par courriel.`}
          </Outcome>
        )}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Card title="La demande" titleId="la-demande">
            <RequestFacts request={request} />
          </Card>
          <Card title="La famille" titleId="la-famille">
            <FamilyFacts request={request} />
          </Card>
        </div>
        {request.lateReason !== null && (
          <LateRequest reason={request.lateReason} group={request.groups[0]} reader="agent" />
        )}
        <DecisionForm
          number={number}
          groups={waiting}
          lateChange={lateChange}
          idempotencyKey={randomUUID()}
        />
        <FileDecisionForm number={number} changes={fileWaiting} idempotencyKey={randomUUID()} />
        {request.kind === "supportingDocuments" && decidesFiles && (
          <DocumentDecisionForm
            number={number}
            documents={request.documents.filter(toDecide)}
            idempotencyKey={randomUUID()}
          />
        )}
        {settled.length > 0 && (
          <Card title={waiting.length > 0 ? "Déjà décidé" : "Les dates"} titleId="deja-decide">
            <RequestLines groups={settled} />
          </Card>
        )}
        {fileSettled.length > 0 && (
          <Card
            title={fileWaiting.length > 0 ? "Déjà décidé" : "Les informations"}
            titleId="les-informations"
          >
            <FileChangeList changes={fileSettled} />
          </Card>
        )}
        {documents.length > 0 && (
          <Card title="Les justificatifs" titleId="les-justificatifs">
            <DocumentList
              documents={opensFiles ? documents : documents.map(withoutFiles)}
              folder="/admin/justificatifs/fichiers"
            />
          </Card>
        )}
        {request.answerChanges.length > 0 && (
          <Card title="Les réponses" titleId="les-reponses">
            <ChangeList changes={request.answerChanges} />
          </Card>
        )}
        <Card title="Le suivi" titleId="le-suivi">
          <RequestTimeline events={request.events} kind={request.kind} lateChange={lateChange} />
        </Card>
      </div>
    </>
  );
}

const withoutFiles = (document: RequestDetail["documents"][number]) => ({
  ...document,
  files: [],
});

function outcomeOf(
  query: Record<string, string | string[] | undefined>,
  request: RequestDetail,
): string | null {
  const lateChange = lateChangeOf(request);
  for (const decision of ["accept", "refuse"] as const) {
    const count = idParam(textParam(query, outcomeParam[decision]));
    if (count === null) continue;
    return lateChange === null
      ? settledInWords(request.kind, decision, count)
      : lateDecisionLabel[lateChange][decision];
  }
  return null;
}

function NextLink({
  number,
  variant,
}: {
  number: number | null;
  variant: "primary" | "secondary";
}) {
  return number === null ? (
    <ButtonLink href="/admin/demandes" variant="secondary" wide>
      Retour à la liste
    </ButtonLink>
  ) : (
    <ButtonLink href={`/admin/demandes/${number}`} variant={variant} iconEnd="arrow-right" wide>
      {`Demande suivante à traiter\u00a0: n°\u00a0${number}`}
    </ButtonLink>
  );
}
