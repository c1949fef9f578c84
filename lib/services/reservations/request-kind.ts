import "server-only";
import { monthOf, type Day } from "@/lib/domain/day";
import { monthName } from "@/lib/domain/day-words";
import { grouped } from "@/lib/domain/grouped";
import type { DocumentContent, DocumentGroup } from "@/lib/domain/issued-document";
import { formatDifference } from "@/lib/domain/money";
import { changeLabel, lineStateLabel } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import type { KindOfRequest } from "@/lib/services/service-requests/kind";
import {
  documentsSql,
  filedDocument,
  type DocumentRow,
  type FiledDocument,
} from "@/lib/services/supporting-documents/filed-documents";
import { exceptionsSql, openingsSql, type OpeningRows } from "./group-openings";
import { groupLines, type LineGroup, type LineRow } from "./line-groups";
import { withdrawRequest } from "./withdraw";

interface ReservationsRow extends OpeningRows {
  readonly lines: LineRow[];
  readonly documents: readonly DocumentRow[];
}

interface ReservationsContent {
  readonly groups: readonly LineGroup[];
  /** What the family joined to a request past its cut-off. */
  readonly documents: readonly FiledDocument[];
}

/** Dates of one inscription, in time or past their cut-off. */
export const reservationsKind: KindOfRequest<ReservationsRow, ReservationsContent> = {
  contentSql: Prisma.sql`json_build_object(
      'lines', (SELECT coalesce(json_agg(json_build_object('unitId', u.id, 'unitLabel', u.label,
          'nounSingular', u."nounSingular", 'nounPlural', u."nounPlural", 'day', l.day,
          'change', l.change, 'state', l.state, 'amount', l.amount,
          'undone', l.state = 'accepted' AND (l.change = 'remove') = (held.day IS NOT NULL)) ORDER BY l.change, u.position, u.id, l.day), '[]')
        FROM "RequestLine" l JOIN "Unit" u ON u.id = l."unitId"
        LEFT JOIN "Reservation" held ON held."inscriptionId" = q."inscriptionId"
          AND held."unitId" = l."unitId" AND held.day = l.day AND held."familyId" = q."familyId"
        WHERE l."requestId" = q.id),
      'openings', ${openingsSql}, 'exceptions', ${exceptionsSql},
      'documents', ${documentsSql})`,
  answersSql: Prisma.sql`0`,
  read: ({ lines, documents, ...group }, { calendar, mayRead }) => ({
    groups: groupLines(lines, group, calendar),
    documents: documents.map((document) => filedDocument(document, mayRead)),
  }),
  answers: () => 0,
  waiting: ({ groups }, today) =>
    groups
      .filter(({ state }) => state === "pending")
      .flatMap(({ days }) => days)
      .filter((d) => d >= today).length,
  recap: ({ groups }) => datesTable(groups),
  withdraw: withdrawRequest,
};

/** Up to so many dates, the sentence names each. */
const listed = 3;

function datesTable(groups: readonly LineGroup[]): DocumentContent["table"] {
  if (groups.length === 0) return null;
  return {
    titles: ["Changement", "Dates", "Prix annoncé"],
    groups: grouped(groups, ({ change, unitLabel }) => `${changeLabel[change]}, ${unitLabel}`).map(
      ([name, its]): DocumentGroup => ({
        name,
        rows: its.map(({ sentence, state, days, cost }) => ({
          name: `${lineStateLabel[state]}\u00a0: ${sentence}`,
          remarks: days.length > listed ? datesByMonth(days) : [],
          value: cost.unpriced > 0 ? "" : formatDifference(cost.amount),
        })),
      }),
    ),
  };
}

/** "décembre 2026 : 2, 9 et 16". */
function datesByMonth(days: readonly Day[]): string[] {
  return grouped(days, monthOf).map(
    ([month, its]) => `${monthName(month)}\u00a0: ${its.map((d) => Number(d.slice(8))).join(", ")}`,
  );
}
