import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { InnerLink } from "@/components/ui/inner-link";
import type { Day } from "@/lib/domain/day";
import type { RequestCardFacts } from "./request-card";
import { LateBadge, RequestStatus } from "./request-status";
import { capital, plural } from "@/lib/domain/day-words";
import { ageInWords, changesInWords, dateInWords, spanInWords } from "./words";

export interface QueueRowFacts extends RequestCardFacts {
  readonly familyName: string;
  /** Dates that wait. */
  readonly waiting: number;
  /** What agents told one another about it. */
  readonly notes: number;
  /** Whether a message of the family waits for an answer. */
  readonly messageWaits: boolean;
}

/**
 * The agents' queue: a compact table, and on a phone the same rows as cards (the roles keep it a table
 * for those who listen).
 */
export function QueueTable<R extends QueueRowFacts>({
  rows,
  today,
  order,
  hrefOf,
  act,
}: {
  rows: readonly R[];
  today: Day;
  /** By number where it is by age. */
  order: "urgent" | "oldest" | "newest";
  hrefOf: (row: R) => string;
  /** What can be done from the list with a request that waits. */
  act: (row: R) => ReactNode;
}) {
  return (
    <table
      role="table"
      className="lg:border-line lg:bg-card block w-full border-separate border-spacing-0 text-left lg:table lg:rounded-xl lg:border"
    >
      <caption className="sr-only">Demandes des familles</caption>
      <thead className="bg-sunken max-lg:sr-only lg:table-header-group">
        <tr role="row">
          <Header sort={sortOf[order]}>N°</Header>
          <Header>Reçue</Header>
          <Header>Pour</Header>
          <Header>Objet</Header>
          <Header>Changements</Header>
          <Header>État</Header>
        </tr>
      </thead>
      <tbody className="grid gap-3 lg:table-row-group">
        {rows.map((row) => (
          <Row key={row.number} row={row} href={hrefOf(row)} today={today}>
            {row.state === "pending" ? act(row) : null}
          </Row>
        ))}
      </tbody>
    </table>
  );
}

const sortOf = { urgent: undefined, oldest: "ascending", newest: "descending" } as const;

function Header({
  children,
  sort,
}: {
  children: ReactNode;
  sort?: "ascending" | "descending" | undefined;
}) {
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sort}
      className="px-3 py-1 align-middle font-semibold lg:first:rounded-tl-xl lg:last:rounded-tr-xl"
    >
      {children}
    </th>
  );
}

const cell = "lg:border-line lg:table-cell lg:border-t lg:px-3 lg:py-2.5 lg:align-top";

function Row({
  row,
  href,
  today,
  children,
}: {
  row: QueueRowFacts;
  href: string;
  today: Day;
  children: ReactNode;
}) {
  const span = spanInWords(row);
  return (
    <tr
      role="row"
      className="max-lg:border-line max-lg:bg-card max-lg:shadow-rest max-lg:grid max-lg:gap-1 max-lg:rounded-xl max-lg:border max-lg:p-[min(1rem,5vw)]"
    >
      <td role="cell" className={cell}>
        <InnerLink
          href={href}
          className="text-link min-h-target inline-flex items-center font-semibold whitespace-nowrap tabular-nums lg:min-h-0"
        >
          <span className="lg:sr-only">{"Demande n°\u00a0"}</span>
          {row.number}
        </InnerLink>
      </td>
      <td role="cell" className={cell}>
        <span className="lg:hidden">{"Reçue "}</span>
        {ageInWords(row.createdAt, today)}
        <span className="text-muted text-sm lg:block">
          <span className="lg:hidden">{", le "}</span>
          {dateInWords(row.createdAt)}
        </span>
      </td>
      <td role="cell" className={cell}>
        <strong className="font-semibold">{row.aboutName}</strong>
        <span className="text-muted block text-sm">{`Famille ${row.familyName}`}</span>
      </td>
      <td role="cell" className={cell}>
        {row.subject}
        <span className="text-muted block text-sm">{row.establishmentLabel}</span>
      </td>
      <td role="cell" className={cell}>
        {span === null ? (
          changesInWords(row)
        ) : (
          <>
            {capital(span)}
            <span className="text-muted block text-sm">{changesInWords(row)}</span>
          </>
        )}
      </td>
      <td role="cell" className={cell}>
        <span className="flex flex-wrap gap-1">
          <RequestStatus state={row.state} />
          {row.late ? <LateBadge /> : null}
          {row.messageWaits ? <Badge icon="mail">Message de la famille</Badge> : null}
          {row.notes > 0 ? (
            <Badge icon="info">{plural(row.notes, "note interne", "notes internes")}</Badge>
          ) : null}
        </span>
        {children}
      </td>
    </tr>
  );
}
