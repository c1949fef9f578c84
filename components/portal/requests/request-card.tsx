import { Badge } from "@/components/ui/badge";
import { InnerLink } from "@/components/ui/inner-link";
import type { Day, Instant } from "@/lib/domain/day";
import type { RequestKind } from "@/lib/domain/request-kind";
import type { ServiceRequestState } from "@/lib/domain/service-request";
import { LateBadge, RequestStatus } from "./request-status";
import { capital, plural } from "@/lib/domain/day-words";
import { changesInWords, dateInWords, spanInWords } from "./words";

export interface RequestCardFacts {
  readonly number: number;
  readonly kind: RequestKind;
  readonly state: ServiceRequestState;
  readonly createdAt: Instant;
  readonly aboutName: string;
  readonly subject: string;
  readonly establishmentLabel: string | null;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  readonly additions: number;
  readonly removals: number;
  readonly answers: number;
  readonly late: boolean;
  /** What the family and the service wrote to one another about it. */
  readonly messages: number;
}

/** Requests as a list of cards: number and date, child – activity – establishment, period, state. */
export function RequestCards({
  requests,
  level,
}: {
  requests: readonly RequestCardFacts[];
  level: 2 | 3;
}) {
  return (
    <ul className="grid gap-3 lg:grid-cols-2">
      {requests.map((request) => (
        <li key={request.number} className="grid">
          <RequestCard request={request} level={level} />
        </li>
      ))}
    </ul>
  );
}

function RequestCard({ request, level }: { request: RequestCardFacts; level: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article className="border-line bg-card shadow-rest has-[a:hover]:border-control relative rounded-xl border p-[min(1rem,5vw)]">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <Heading className="min-w-0 text-lg font-bold">
          {/* The whole card is the target; its name is the request's. */}
          <InnerLink
            href={`/demandes/${request.number}`}
            className="text-link after:absolute after:inset-0 after:rounded-xl"
          >
            {`${request.aboutName} – ${request.subject}`}
            <span className="sr-only">{`, demande n°\u00a0${request.number}`}</span>
          </InnerLink>
        </Heading>
        <span className="flex flex-wrap gap-1">
          <RequestStatus state={request.state} />
          {request.late ? <LateBadge /> : null}
          {request.messages > 0 ? (
            <Badge icon="mail">{plural(request.messages, "message", "messages")}</Badge>
          ) : null}
        </span>
      </div>
      {request.establishmentLabel === null ? null : <p>{request.establishmentLabel}</p>}
      <p>
        {capital([spanInWords(request), changesInWords(request)].filter(Boolean).join("\u00a0: "))}
      </p>
      <p className="text-muted text-sm">
        {`Demande n°\u00a0${request.number}, envoyée le ${dateInWords(request.createdAt)}`}
      </p>
    </article>
  );
}
