import Link from "next/link";
import { RequestStatus } from "@/components/portal/requests/request-status";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { announcedInWords } from "@/components/portal/tariffs/words";
import { formatPeriod, plural } from "@/lib/domain/day-words";
import type { Day } from "@/lib/domain/day";
import type { LineChange, ServiceRequestState } from "@/lib/domain/service-request";
import type { Cost } from "@/lib/domain/tariff/cost";
import { DatePages } from "./date-pages";

interface ChangedDays {
  readonly change: LineChange;
  readonly waiting: boolean;
  readonly unitId: number;
  readonly unitLabel: string;
  readonly nounSingular: string;
  readonly nounPlural: string;
  readonly days: readonly Day[];
  readonly cost: Cost;
}

interface FiledRequest {
  readonly number: number;
  readonly state: ServiceRequestState;
  readonly childName: string;
  readonly activityLabel: string;
  readonly establishmentLabel: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly lines: readonly ChangedDays[];
}

/** A numbered request as it was just filed: child – activity – establishment – days, and its state. */
export function ConfirmationCard({ request }: { request: FiledRequest }) {
  const titleId = `demande-${request.number}`;
  return (
    <Card
      title={
        <Link href={`/demandes/${request.number}`} prefetch={false} className="text-link">
          {`Demande n°\u00a0${request.number}`}
        </Link>
      }
      titleId={titleId}
      aside={<RequestStatus state={request.state} />}
    >
      <p className="mb-3">
        <strong>
          {request.childName} – {request.activityLabel}
        </strong>
        <span className="block">{request.establishmentLabel}</span>
        <span className="text-muted block">
          {formatPeriod({ from: request.firstDay, to: request.lastDay })}
        </span>
      </p>
      <ul className="grid gap-2">
        {request.lines.map((lines) => (
          <li key={`${lines.change}-${lines.waiting}-${lines.unitId}`}>
            <Disclosure summary={summaryOf(lines)}>
              <DatePages days={lines.days} label={lines.unitLabel} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function summaryOf({ change, waiting, cost, ...lines }: ChangedDays): string {
  const count = plural(lines.days.length, lines.nounSingular, lines.nounPlural);
  const what = said[change];
  const words = `${waiting ? what.waiting : what.done}\u00a0: ${count}`;
  const price = announcedInWords(cost);
  if (price === null) return words;
  return `${words}, ${price}${waiting ? " si le service accepte" : ""}`;
}

const said = {
  add: { done: "Ajouté", waiting: "Ajout demandé" },
  remove: { done: "Retiré", waiting: "Retrait demandé" },
} as const;
