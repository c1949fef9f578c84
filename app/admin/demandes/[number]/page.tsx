import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { idParam, textParam } from "@/app/(famille)/demandes/filters";
import { ChangeList } from "@/components/portal/authorizations/change-list";
import { PrintButton } from "@/components/portal/demarche/print-button";
import { LateRequest } from "@/components/portal/requests/late-request";
import { Outcome } from "@/components/portal/requests/outcome";
import { RequestLines } from "@/components/portal/requests/request-lines";
import { LateBadge, RequestStatus } from "@/components/portal/requests/request-status";
import { RequestTimeline } from "@/components/portal/requests/request-timeline";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { requireAgent } from "@/lib/auth";
import { plural } from "@/lib/domain/day-words";
import { lateDecisionLabel, type LineChange } from "@/lib/domain/service-request";
import { lateChangeOf, readAgentRequest } from "@/lib/services/service-requests/detail";
import { nextToDecide } from "@/lib/services/service-requests/queue";
import { DecisionForm } from "./decision-form";
import { FamilyFacts, RequestFacts } from "./facts";

// The title and the page read it once.
const readRequest = cache(async (text: string) => {
  const { agent } = await requireAgent();
  const number = idParam(text);
  return number === null ? null : readAgentRequest(agent, number);
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
  const { agent } = await requireAgent();
  const request = await readRequest((await params).number);
  if (!request) notFound();
  const { number } = request;
  const title = `${request.childFirstName} ${request.childLastName} – ${request.subject}`;
  const next = await nextToDecide(agent, number);
  const waiting = request.groups.filter(({ state }) => state === "pending");
  const settled = request.groups.filter(({ state }) => state !== "pending");
  const lateChange = lateChangeOf(request);
  const done = outcomeOf(await searchParams, lateChange);
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
        {settled.length > 0 && (
          <Card title={waiting.length > 0 ? "Déjà décidé" : "Les dates"} titleId="deja-decide">
            <RequestLines groups={settled} />
          </Card>
        )}
        {request.answerChanges.length > 0 && (
          <Card title="Les réponses" titleId="les-reponses">
            <ChangeList changes={request.answerChanges} />
          </Card>
        )}
        <Card title="Le suivi" titleId="le-suivi">
          <RequestTimeline events={request.events} lateChange={lateChange} />
        </Card>
      </div>
    </>
  );
}

function outcomeOf(
  query: Record<string, string | string[] | undefined>,
  lateChange: LineChange | null,
): string | null {
  const accepted = idParam(textParam(query, "acceptees"));
  const late = lateChange && lateDecisionLabel[lateChange];
  if (accepted !== null)
    return late?.accept ?? plural(accepted, "date acceptée", "dates acceptées");
  const refused = idParam(textParam(query, "refusees"));
  if (refused === null) return null;
  return late?.refuse ?? plural(refused, "date refusée", "dates refusées");
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
