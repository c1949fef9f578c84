import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { type Query, idParam, textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { QueueTable } from "@/components/portal/requests/queue-table";
import { requestStates } from "@/components/portal/requests/words";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { requirePermission, type Authorized } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { plural } from "@/lib/domain/day-words";
import {
  lateDecisionLabel,
  requestStateLabel,
  type ServiceRequestState,
} from "@/lib/domain/service-request";
import {
  countLimit,
  countQueue,
  queueChoices,
  queuePageSize,
  readQueue,
  type QueueCounts,
  type QueueRow,
} from "@/lib/services/request-kinds/queue";
import {
  queueOrders,
  type QueueFilters,
  type QueueOrder,
} from "@/lib/services/request-kinds/queue-filters";
import { hasNames } from "@/lib/services/family-search";
import { AcceptAll } from "./accept-form";
import { queueFiltersOf, queueHref, queueQuery, requestHref, usualOrder } from "./filters";
import { QueueFilterForm } from "./filter-form";

export const metadata: Metadata = { title: "Demandes" };

/** What awaits an answer, and what was answered. The filters are a plain form: their URL can be kept. */
export default async function QueuePage({ searchParams }: PageProps<"/admin/demandes">) {
  const { agent } = await requirePermission("read-requests");
  const query = await searchParams;
  const [found, choices] = await Promise.all([
    find(agent, queueFiltersOf(query)),
    queueChoices(agent),
  ]);
  const { filters, rows, counts } = found;
  const total = filters.writtenOnly ? counts.written : totalOf(counts, filters.state);
  return (
    <>
      <PageHeading>Demandes des familles</PageHeading>
      <div className="grid gap-6">
        <Decided query={query} />
        <SegmentedLinks label="État des demandes" items={stateLinks(filters, counts)} />
        <QueueFilterForm filters={filters} choices={choices} everyKind={agent.reach.wholeTown} />
        {rows.length === 0 ? (
          <NothingHere filters={filters} />
        ) : (
          <>
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <p role="status" className="text-muted">
                {total >= countLimit
                  ? `Plus de ${countInWords(countLimit - 1)} demandes\u00a0: précisez votre recherche pour en voir moins.`
                  : plural(total, "demande", "demandes")}
                {filters.likeness === "near" &&
                  ", au nom qui se prononce de même\u00a0: rien n’est écrit ainsi."}
              </p>
              <Orders filters={filters} />
            </div>
            <QueueTable
              rows={rows}
              today={dayOf(nowMoment())}
              order={filters.order}
              hrefOf={({ number }) => requestHref(number, queueQuery(filters))}
              act={(row) => <Act row={row} filters={filters} />}
            />
            <Pagination
              current={filters.page}
              count={Math.ceil(total / queuePageSize)}
              hrefOf={(page) => queueHref(filters, { page })}
              label="Pages de demandes"
            />
          </>
        )}
      </div>
    </>
  );
}

/** What matches as it is written; where nothing does, in no state, what sounds alike. */
async function find(agent: Authorized<"read-requests">, asked: QueueFilters) {
  const exact = await read(agent, asked);
  const isFound = totalOf(exact.counts, null) > 0 || asked.likeness === "near";
  return isFound || !hasNames(asked.search) ? exact : read(agent, { ...asked, likeness: "near" });
}

async function read(agent: Authorized<"read-requests">, filters: QueueFilters) {
  const [rows, counts] = await Promise.all([readQueue(agent, filters), countQueue(agent, filters)]);
  return { filters, rows, counts };
}

const orderLabel: Readonly<Record<QueueOrder, string>> = {
  urgent: "Les plus urgentes",
  oldest: "Les plus anciennes",
  newest: "Les plus récentes",
};

function Orders({ filters }: { filters: QueueFilters }) {
  return (
    <nav aria-label="Ordre des demandes" className="no-print flex flex-wrap gap-x-4">
      {queueOrders.map((order) => (
        <InnerLink
          key={order}
          href={queueHref(filters, { order })}
          aria-current={order === filters.order ? "true" : undefined}
          className="text-link min-h-target inline-flex items-center aria-[current]:font-semibold aria-[current]:no-underline"
        >
          {orderLabel[order]}
        </InnerLink>
      ))}
    </nav>
  );
}

/** What can be done from the list: dates are accepted here, the rest is read first. */
function Act({ row, filters }: { row: QueueRow; filters: QueueFilters }) {
  if (row.kind !== "reservations") {
    return (
      <InnerLink
        href={requestHref(row.number, queueQuery(filters))}
        className="text-link min-h-target inline-flex items-center font-semibold"
      >
        Examiner
        <span className="sr-only">{`, demande n°\u00a0${row.number}`}</span>
      </InnerLink>
    );
  }
  return row.waiting === 0 ? null : (
    <AcceptAll
      number={row.number}
      count={row.waiting}
      label={row.late && row.removals > 0 ? lateDecisionLabel.remove.accept : null}
      list={queueQuery(filters)}
      idempotencyKey={randomUUID()}
    />
  );
}

/** The states, and what families wrote, which may be about a request that was answered long ago. */
function stateLinks(filters: QueueFilters, counts: QueueCounts) {
  const link = (state: ServiceRequestState | null, label: string) => ({
    href: queueHref({ ...filters, state, writtenOnly: false, order: usualOrder(state) }),
    label: `${label} (${countInWords(totalOf(counts, state))})`,
    current: filters.state === state && !filters.writtenOnly,
  });
  return [
    link("pending", "À traiter"),
    ...requestStates
      .filter((state) => state !== "pending")
      .map((state) => link(state, requestStateLabel[state])),
    link(null, "Toutes"),
    {
      href: queueHref({ ...filters, state: null, writtenOnly: true, order: usualOrder(null) }),
      label: `Messages sans réponse (${countInWords(counts.written)})`,
      current: filters.writtenOnly,
    },
  ];
}

function totalOf(counts: QueueCounts, state: ServiceRequestState | null): number {
  if (state !== null) return counts[state];
  return Math.min(
    requestStates.reduce((sum, each) => sum + counts[each], 0),
    countLimit,
  );
}

/** Beyond the limit nobody counts: "1 000+". */
function countInWords(count: number): string {
  const digits = String(count).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  return count >= countLimit ? `${digits}+` : digits;
}

function Decided({ query }: { query: Query }) {
  const number = idParam(textParam(query, "demande"));
  const accepted = idParam(textParam(query, "acceptees"));
  if (number === null || accepted === null) return null;
  return (
    <Outcome key={number}>
      {`Demande n°\u00a0${number}\u00a0: ${plural(accepted, "date acceptée", "dates acceptées")}. La famille est prévenue par courriel.`}
    </Outcome>
  );
}

function NothingHere({ filters }: { filters: QueueFilters }) {
  if (filters.writtenOnly && filters.search === "")
    return (
      <EmptyState icon="success" title="Aucun message n’attend de réponse">
        Les prochaines questions des familles apparaîtront ici.
      </EmptyState>
    );
  const plain = queueHref(filters) === "/admin/demandes";
  return plain ? (
    <EmptyState icon="success" title="Aucune demande à traiter">
      Les prochaines demandes à examiner apparaîtront ici.
    </EmptyState>
  ) : (
    <EmptyState
      icon="search"
      title="Aucune demande ne correspond"
      action={
        <ButtonLink href="/admin/demandes" variant="secondary">
          Voir les demandes à traiter
        </ButtonLink>
      }
    >
      Retirez un filtre, ou vérifiez ce que vous avez saisi.
    </EmptyState>
  );
}
