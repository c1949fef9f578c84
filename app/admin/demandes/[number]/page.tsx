import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type Query, idParam, textParam } from "@/app/params";
import { PrintButton } from "@/components/portal/demarche/print-button";
import { Outcome } from "@/components/portal/requests/outcome";
import { LateBadge, RequestStatus } from "@/components/portal/requests/request-status";
import { RequestTimeline } from "@/components/portal/requests/request-timeline";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { authorize, requirePermission } from "@/lib/auth";
import { now } from "@/lib/clock";
import { settledInWords } from "@/lib/domain/request-kind";
import { aboutInWords, lateDecisionLabel } from "@/lib/domain/service-request";
import {
  lateChangeOf,
  readAgentRequest,
  viewOf,
  withHealth,
  type RequestDetail,
} from "@/lib/services/request-kinds/detail";
import { nextToDecide } from "@/lib/services/request-kinds/queue";
import { readAgentMessages } from "@/lib/services/request-messages/read-messages";
import { readRequestPlaces } from "@/lib/services/reservations/request-places";
import { readNotes } from "@/lib/services/service-requests/notes";
import { readOfferedTemplates } from "@/lib/services/settings/answer-templates";
import {
  MESSAGE_PARAM,
  NOTE_PARAM,
  outcomeParam,
  queueFiltersOf,
  queueQuery,
  requestHref,
  SETTLED,
} from "../filters";
import { FamilyFacts, RequestFacts } from "./fact-list";
import { MessagesCard } from "./messages-card";
import { NotesCard } from "./notes-card";
import { viewsFor } from "./views";

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
  const { number } = request;
  const title = `${aboutInWords(request.about).detail} – ${request.subject}`;
  const lateChange = lateChangeOf(request);
  const query = await searchParams;
  const filters = queueFiltersOf(query);
  const list = queueQuery(filters);
  const next = await nextToDecide(agent, number, filters);
  const done = outcomeOf(query, request);
  const [places, notes, messages, templates] = await Promise.all([
    readRequestPlaces(agent, number),
    readNotes(agent, number),
    readAgentMessages(agent, number),
    readOfferedTemplates(agent, request.kind),
  ]);
  const mayWrite = authorize(actor, "decide-requests") !== null;
  const written = writtenOf(query, notes, messages);
  return (
    <>
      <Breadcrumb
        above={[{ href: listHref(list), label: "Demandes" }]}
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
            {!done && <NextLink number={next} list={list} variant="secondary" />}
          </>
        }
      >
        {`Demande n°\u00a0${number}`}
      </PageHeading>
      <div className="grid gap-6">
        {done && (
          <Outcome key={done} actions={<NextLink number={next} list={list} variant="primary" />}>
            {`${done}. La famille est prévenue par courriel.`}
          </Outcome>
        )}
        {written && <Outcome key={written.key}>{written.sentence}</Outcome>}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Card title="La demande" titleId="la-demande">
            <RequestFacts request={request} />
          </Card>
          <Card title="La famille" titleId="la-famille">
            <FamilyFacts request={request} opensFile={authorize(actor, "read-families") !== null} />
          </Card>
        </div>
        {viewOf(request, viewsFor(actor, { list, places, templates }))}
        <MessagesCard
          messages={messages}
          written={textParam(query, MESSAGE_PARAM)}
          mayWrite={mayWrite}
          sent={{ number, list }}
          keys={[randomUUID(), randomUUID()]}
        />
        <NotesCard
          number={number}
          list={list}
          notes={notes}
          written={textParam(query, NOTE_PARAM)}
          mayWrite={mayWrite}
          idempotencyKey={randomUUID()}
        />
        <Card title="Le suivi" titleId="le-suivi">
          <RequestTimeline events={request.events} kind={request.kind} lateChange={lateChange} />
        </Card>
      </div>
    </>
  );
}

function outcomeOf(query: Query, request: RequestDetail): string | null {
  const lateChange = lateChangeOf(request);
  const said = (["accept", "refuse"] as const).flatMap((decision) => {
    const count = idParam(textParam(query, outcomeParam[decision]));
    if (count === null) return [];
    return lateChange === null
      ? settledInWords(request.kind, decision, count)
      : lateDecisionLabel[lateChange][decision];
  });
  return said.length > 0 ? said.join(", ") : null;
}

type Ids = readonly { readonly id: number }[];

/** What was just written to the colleagues or to the family. */
function writtenOf(
  query: Query,
  notes: Ids,
  messages: Ids,
): { key: string; sentence: string } | null {
  const note = textParam(query, NOTE_PARAM);
  const message = textParam(query, MESSAGE_PARAM);
  const has = (list: Ids, text: string) => list.some(({ id }) => id === idParam(text));
  if (has(notes, note)) return { key: `note ${note}`, sentence: "Votre note est enregistrée." };
  if (message === SETTLED)
    return { key: message, sentence: "Le message est classé\u00a0: il n’attend plus de réponse." };
  return has(messages, message)
    ? { key: `message ${message}`, sentence: "Votre message est envoyé à la famille." }
    : null;
}

const listHref = (list: string) => (list === "" ? "/admin/demandes" : `/admin/demandes?${list}`);

function NextLink({
  number,
  list,
  variant,
}: {
  number: number | null;
  list: string;
  variant: "primary" | "secondary";
}) {
  return number === null ? (
    <ButtonLink href={listHref(list)} variant="secondary" wide>
      Retour à la liste
    </ButtonLink>
  ) : (
    <ButtonLink href={requestHref(number, list)} variant={variant} iconEnd="arrow-right" wide>
      {`Demande suivante à traiter\u00a0: n°\u00a0${number}`}
    </ButtonLink>
  );
}
