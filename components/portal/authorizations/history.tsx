import { InnerLink } from "@/components/ui/inner-link";
import { answerLabel } from "@/lib/domain/authorization";
import { momentOfInstant, type Instant } from "@/lib/domain/day";
import { formatMoment } from "@/lib/domain/day-words";

interface HistoryEvent {
  readonly id: number;
  readonly at: Instant;
  readonly by: string;
  readonly number: number | null;
  readonly label: string;
  readonly contactName: string | null;
  readonly was: boolean | null;
  readonly now: boolean;
}

/** Who changed what, when, and from what to what; latest first. */
export function AuthorizationHistory({ events }: { events: readonly HistoryEvent[] }) {
  if (events.length === 0)
    return <p className="text-muted">Aucun changement depuis l’ouverture du dossier.</p>;
  return (
    <ol className="grid gap-3">
      {events.map(({ id, at, by, number, label, contactName, was, now }) => (
        <li key={id}>
          <strong>{contactName ? `${label}, ${contactName}` : label}</strong>
          {`\u00a0: ${answerLabel(now)} (avant\u00a0: ${answerLabel(was).toLowerCase()})`}
          <span className="text-muted block text-sm">
            {`Le ${formatMoment(momentOfInstant(at))}, par ${by}`}
            {number !== null && (
              <>
                {", "}
                <InnerLink href={`/demandes/${number}`} className="text-link">
                  {`demande n°\u00a0${number}`}
                </InnerLink>
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
