import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { day, type Day, type Instant } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import type { LineChange, ServiceRequestState } from "@/lib/domain/service-request";
import type { Cost } from "@/lib/domain/tariff/cost";

/** One numbered request of a submission, as the confirmation shows it. */
export interface ConfirmedRequest {
  readonly number: number;
  readonly state: ServiceRequestState;
  readonly childName: string;
  readonly activityLabel: string;
  readonly establishmentLabel: string;
  readonly departmentName: string;
  readonly departmentEmail: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly additions: number;
  readonly removals: number;
  readonly lines: readonly ConfirmedLines[];
}

/** The days of one unit that were asked to be added or removed, in order; those that wait apart. */
export interface ConfirmedLines {
  readonly change: LineChange;
  /** The service examines them first, and has not answered. */
  readonly waiting: boolean;
  readonly unitId: number;
  readonly unitLabel: string;
  readonly nounSingular: string;
  readonly nounPlural: string;
  readonly days: readonly Day[];
  /** As it was announced; negative where it gives back. */
  readonly cost: Cost;
}

export interface Confirmation {
  readonly submissionId: string;
  readonly at: Instant;
  readonly by: string;
  /**
   * What all of it was announced to add to the bill, fees with it, without the removals that the service
   * examines first; null where nothing had a price.
   */
  readonly total: Cost | null;
  /** Not negative: what the removals that still wait give back if the service accepts. */
  readonly examined: Cost;
  readonly requests: readonly ConfirmedRequest[];
}

type Row = Omit<ConfirmedRequest, "firstDay" | "lastDay" | "lines"> & {
  at: Date;
  by: string;
  total: number | null;
  firstDay: string;
  lastDay: string;
  lines: (Omit<ConfirmedLines, "days" | "cost"> & {
    days: string[];
    amount: number | null;
    unpriced: number;
  })[];
};

/** A submission of this family, or null ("introuvable") whoever else may own it. One statement. */
export async function readSubmission(
  family: AuthorizedFamily,
  submissionId: string,
): Promise<Confirmation | null> {
  const rows = await readRows<Row>(prisma, "readSubmission")`
    SELECT s."createdAt" AS at, acc."firstName" || ' ' || acc."lastName" AS by,
      (SELECT (j.data->>'cents')::int FROM "AuditEvent" j
       WHERE j.kind = 'reservations-submitted' AND j."familyId" = s."familyId" AND j.subject = s.id::text) AS total,
      q.number, q.state::text AS state, c."firstName" AS "childName", a.label AS "activityLabel",
      e.name AS "establishmentLabel", d.name AS "departmentName", d.email AS "departmentEmail",
      q."firstDay"::text AS "firstDay", q."lastDay"::text AS "lastDay", q.additions, q.removals,
      (SELECT json_agg(t) FROM (
        SELECT l.change, l.state = 'pending' AS waiting, u.id AS "unitId", u.label AS "unitLabel", u."nounSingular", u."nounPlural",
          json_agg(l.day ORDER BY l.day) AS days, sum(l.amount) AS amount,
          count(*) FILTER (WHERE l.amount IS NULL) AS unpriced
        FROM "RequestLine" l JOIN "Unit" u ON u.id = l."unitId" WHERE l."requestId" = q.id
        GROUP BY l.change, l.state = 'pending', u.id ORDER BY l.change, waiting, u.position) t) AS lines
    FROM "Submission" s
    JOIN "Account" acc ON acc.id = s."accountId"
    JOIN "ServiceRequest" q ON q."submissionId" = s.id
    JOIN "Child" c ON c.id = q."childId"
    JOIN "Activity" a ON a.id = q."activityId"
    JOIN "Department" d ON d.id = a."departmentId"
    JOIN "Inscription" i ON i.id = q."inscriptionId"
    JOIN "Group" g ON g.id = i."groupId"
    JOIN "Establishment" e ON e.id = g."establishmentId"
    WHERE s.id = ${submissionId}::uuid AND s."familyId" = ${family.familyId}
    ORDER BY q.number`;
  const first = rows[0];
  if (!first) return null;
  const lines = rows.flatMap((row) => row.lines);
  const examined = lines.filter(({ change, waiting }) => change === "remove" && waiting);
  const unpriced = lines.reduce((sum, l) => sum + l.unpriced, 0);
  const priced = lines.some((l) => l.days.length > l.unpriced);
  return {
    submissionId,
    at: dateToInstant(first.at),
    by: first.by,
    total: priced && first.total !== null ? { amount: cents(first.total), unpriced } : null,
    examined: {
      amount: cents(-examined.reduce((sum, { amount }) => sum + (amount ?? 0), 0)),
      unpriced: examined.reduce((sum, l) => sum + l.unpriced, 0),
    },
    requests: rows.map(({ at: _at, by: _by, total: _total, ...row }) => ({
      ...row,
      firstDay: day(row.firstDay),
      lastDay: day(row.lastDay),
      lines: row.lines.map(({ amount, unpriced, ...l }) => ({
        ...l,
        days: l.days.map(day),
        cost: { amount: cents(amount ?? 0), unpriced },
      })),
    })),
  };
}

/** A reserved unit of a child on a day, for a calendar file. */
export interface AgendaEntry {
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly day: Day;
  readonly childName: string;
  readonly activityLabel: string;
  readonly unitLabel: string;
  readonly establishmentLabel: string;
  readonly pending: boolean;
}

/**
 * What the family holds, from today on, on the inscriptions that a submission touched: the state of
 * now, so that a file fetched again after a decision is right. One statement.
 */
export async function readAgenda(
  family: AuthorizedFamily,
  submissionId: string,
  today: Day,
): Promise<AgendaEntry[]> {
  const rows = await readRows<Omit<AgendaEntry, "day"> & { day: string }>(prisma, "readAgenda")`
    SELECT r."inscriptionId", r."unitId", r.day::text AS day, c."firstName" AS "childName",
      a.label AS "activityLabel", u.label AS "unitLabel", e.name AS "establishmentLabel",
      r.state = 'pending' AS pending
    FROM "ServiceRequest" q
    JOIN "Submission" s ON s.id = q."submissionId" AND s."familyId" = ${family.familyId}
    JOIN "Reservation" r ON r."inscriptionId" = q."inscriptionId" AND r.day >= ${today}::date
      AND r."familyId" = ${family.familyId}
    JOIN "Unit" u ON u.id = r."unitId"
    JOIN "Activity" a ON a.id = u."activityId"
    JOIN "Child" c ON c.id = q."childId"
    JOIN "Inscription" i ON i.id = q."inscriptionId"
    JOIN "Group" g ON g.id = i."groupId"
    JOIN "Establishment" e ON e.id = g."establishmentId"
    WHERE q."submissionId" = ${submissionId}::uuid
    ORDER BY r.day, c.id, u.position`;
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}
