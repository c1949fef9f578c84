import { instantInWords } from "@/components/portal/requests/words";
import { InnerLink } from "@/components/ui/inner-link";
import type { TownEvent } from "@/lib/services/journal/read-journal";
import { changesInWords } from "./change-words";
import { actorInWords, eventSentence } from "./words";

/** The events of a page: when and who, then what, with what it changed. */
export function EventList({ events }: { events: readonly TownEvent[] }) {
  return (
    <ol className="border-line bg-card divide-line divide-y rounded-xl border px-4">
      {events.map((event) => (
        <li key={event.id} className="grid gap-x-6 gap-y-1 py-3 lg:grid-cols-[18rem_1fr]">
          <p className="text-muted min-w-0 text-sm">
            {instantInWords(event.at)}
            <span className="block break-words">
              {event.byEmail === null
                ? actorInWords(event)
                : `${actorInWords(event)}, ${event.byEmail}`}
            </span>
          </p>
          <EventBody event={event} />
        </li>
      ))}
    </ol>
  );
}

function EventBody({ event }: { event: TownEvent }) {
  const { kind, familyId, familyName, data } = event;
  const changes = changesInWords(kind, data);
  return (
    <div className="min-w-0 break-words">
      <p className="font-semibold">{eventSentence(event)}</p>
      {familyName !== null && (
        <InnerLink
          href={`/admin/familles/${familyId}`}
          className="text-link min-h-target inline-flex items-center text-sm"
        >
          {`Famille ${familyName}`}
        </InnerLink>
      )}
      {changes.length > 0 && (
        <ul className="text-sm">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
