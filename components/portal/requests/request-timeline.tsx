import { Icon, type IconName } from "@/components/ui/icon";
import type { Instant } from "@/lib/domain/day";
import type { RequestKind } from "@/lib/domain/request-kind";
import type { LineChange, RequestEventKind } from "@/lib/domain/service-request";
import { eventInWords, instantInWords } from "./words";

export interface TimelineFacts {
  readonly at: Instant;
  readonly kind: RequestEventKind;
  readonly actorName: string | null;
  readonly message: string | null;
}

const icons: Readonly<Record<RequestEventKind, IconName>> = {
  submitted: "mail",
  accepted: "success",
  partlyAccepted: "check",
  refused: "cross",
  withdrawn: "undo",
  dropped: "cross",
  reopened: "clock",
};

/** What happened to a request, oldest first: what, who, when, and the service's words. */
export function RequestTimeline({
  events,
  kind,
  lateChange,
}: {
  events: readonly TimelineFacts[];
  kind: RequestKind;
  /** What was asked past its cut-off; null for what was asked in time. */
  lateChange: LineChange | null;
}) {
  return (
    <ol className="grid gap-0">
      {events.map((event, index) => (
        <li key={index} className="grid grid-cols-[2.5rem_1fr] gap-x-3">
          <div className="flex flex-col items-center" aria-hidden="true">
            <span className="border-control bg-card grid size-10 shrink-0 place-content-center rounded-full border">
              <Icon name={icons[event.kind]} />
            </span>
            {index < events.length - 1 ? (
              <span className="border-control w-0 flex-1 border-l-2" />
            ) : null}
          </div>
          <div className="min-w-0 pt-1.5 pb-5">
            <p className="font-semibold">{eventInWords(event.kind, { kind, lateChange })}</p>
            <p className="text-muted text-sm">
              {`${event.actorName ?? "Traitement automatique"}, ${instantInWords(event.at)}`}
            </p>
            {event.message ? (
              <blockquote className="border-accent measure mt-2 border-l-4 pl-3 whitespace-pre-line">
                <span className="sr-only">{"Message du service\u00a0: "}</span>
                {event.message}
              </blockquote>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
