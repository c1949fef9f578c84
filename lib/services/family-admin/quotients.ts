import "server-only";
import { createHash } from "node:crypto";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { type Reader, readRows } from "@/lib/db/rows";
import { addDays, day, type Day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import type { DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";

/** An entry of the history as agents see it. */
export interface AgentQuotient extends DetailedQuotient {
  /** Its last day; null while no other follows. */
  readonly until: Day | null;
  /** A reservation of one of its days was priced since it is there: it does not change any longer. */
  readonly used: boolean;
}

export interface QuotientHistory {
  /** Latest first. */
  readonly entries: readonly AgentQuotient[];
  /** Stands for the history as it is: what was read is what is changed. */
  readonly stamp: string;
}

type Row = Omit<AgentQuotient, "from" | "until" | "annualIncome" | "monthlyBenefits"> & {
  from: string;
  next: string | null;
  annualIncome: number | null;
  monthlyBenefits: number | null;
};

/**
 * All that the town knew of a family's means; nothing of a family that does not exist. One statement.
 *
 * A price is kept when a reservation is sent, so the last line that added it tells whether an entry was
 * there already. Where no line tells, the entry counts as used.
 */
export async function readQuotients(
  _agent: Authorized<"read-families"> | Authorized<"change-families">,
  familyId: number,
  db: Reader = prisma,
): Promise<QuotientHistory> {
  const rows = await readRows<Row>(db, "readQuotients")`
    WITH history AS (
      SELECT q.*, lead(q."firstDay") OVER (ORDER BY q."firstDay") AS next
      FROM "FamilyQuotient" q WHERE q."familyId" = ${familyId}
    )
    SELECT q."firstDay"::text AS "from", q.next::text AS next, q."quotientFamilial", q.parts,
      q."dependentChildren", q.residence::text AS residence, q.source, q."annualIncome",
      q."monthlyBenefits", EXISTS (
        SELECT 1 FROM "FamilyChild" fc JOIN "Inscription" i ON i."childId" = fc."childId"
        JOIN "Reservation" r ON r."inscriptionId" = i.id AND r."familyId" = fc."familyId"
        WHERE fc."familyId" = q."familyId" AND r."priceId" IS NOT NULL
          AND r.day >= q."firstDay" AND (q.next IS NULL OR r.day < q.next)
          AND (q."writtenAt" IS NULL OR coalesce((
            SELECT s."createdAt" >= q."writtenAt" OR l.amount IS NULL
            FROM "ServiceRequest" s JOIN "RequestLine" l ON l."requestId" = s.id
            WHERE s."inscriptionId" = r."inscriptionId" AND l.day = r.day AND l."unitId" = r."unitId"
              AND l.change = 'add'
            ORDER BY s.number DESC LIMIT 1), TRUE))) AS used
    FROM history q ORDER BY q."firstDay" DESC`;
  const entries = rows.map(({ next, ...row }) => ({
    ...row,
    from: day(row.from),
    until: next === null ? null : addDays(day(next), -1),
    annualIncome: row.annualIncome === null ? null : cents(row.annualIncome),
    monthlyBenefits: row.monthlyBenefits === null ? null : cents(row.monthlyBenefits),
  }));
  return { entries, stamp: stampOf(entries) };
}

/** Whether an entry is used is no part of it: a booking changes nothing of what the agent read. */
function stampOf(entries: readonly AgentQuotient[]): string {
  const figures = entries.map(({ used: _used, until: _until, ...entry }) =>
    Object.entries(entry).sort(),
  );
  return createHash("sha256").update(JSON.stringify(figures)).digest("hex");
}
