import { instantInWords } from "@/components/portal/requests/words";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { Instant } from "@/lib/domain/day";
import { eventInWords } from "@/lib/domain/journal-words";

interface Event {
  readonly id: string;
  readonly at: Instant;
  readonly kind: string;
  readonly about: string | null;
  readonly by: string | null;
}

/** A family's last events, in words; apart, who has read what is known of its children's health. */
export function JournalCard({
  events,
  healthReadings,
}: {
  events: readonly Event[];
  healthReadings: readonly Event[];
}) {
  return (
    <Card title="Journal" titleId="journal">
      {events.length === 0 && <p>Rien n’a encore été fait.</p>}
      <ul className="divide-line divide-y">
        {events.map(({ id, at, kind, about, by }) => (
          <li key={id} className="py-2">
            {about === null ? eventInWords(kind) : `${eventInWords(kind)}\u00a0: ${about}`}
            <span className="text-muted block text-sm">
              {`${by ?? "Le portail"}, ${instantInWords(at)}`}
            </span>
          </li>
        ))}
      </ul>
      {healthReadings.length > 0 && (
        <Disclosure plain summary="Qui a lu les informations de santé">
          <ul>
            {healthReadings.map(({ id, at, by }) => (
              <li key={id} className="py-1 text-sm">
                {`${by ?? "Le portail"}, ${instantInWords(at)}`}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  );
}
