import { RequestStatus } from "@/components/portal/requests/request-status";
import { changesInWords, dateInWords } from "@/components/portal/requests/words";
import type { RequestCardFacts } from "@/components/portal/requests/request-card";
import { Card } from "@/components/ui/card";
import { InnerLink } from "@/components/ui/inner-link";

/** A family's last requests, each leading to the agents' page. */
export function LatestRequestsCard({ requests }: { requests: readonly RequestCardFacts[] }) {
  return (
    <Card title="Dernières demandes" titleId="demandes">
      {requests.length === 0 && <p>Aucune demande.</p>}
      <ul className="divide-line divide-y">
        {requests.map((request) => (
          <li key={request.number} className="py-2">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <InnerLink
                href={`/admin/demandes/${request.number}`}
                className="text-link min-h-target inline-flex min-w-0 items-center"
              >
                {`N°\u00a0${request.number}, ${request.aboutName} – ${request.subject}`}
              </InnerLink>
              <RequestStatus state={request.state} />
            </div>
            <p className="text-muted text-sm">
              {[changesInWords(request), `reçue le ${dateInWords(request.createdAt)}`]
                .filter(Boolean)
                .join(", ")}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
