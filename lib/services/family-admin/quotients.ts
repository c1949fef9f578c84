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

/** All that the town knew of a family's means; nothing of a family that does not exist. One statement. */
export async function readQuotients(
  _agent: Authorized<"read-families"> | Authorized<"change-families">,
  familyId: number,
  db: Reader = prisma,
): Promise<QuotientHistory> {
  const rows = await readRows<Row>(db, "readQuotients")`
    SELECT q."firstDay"::text AS "from",
      (lead(q."firstDay") OVER (ORDER BY q."firstDay"))::text AS next, q."quotientFamilial", q.parts,
      q."dependentChildren", q.residence::text AS residence, q.source, q."annualIncome",
      q."monthlyBenefits"
    FROM "FamilyQuotient" q WHERE q."familyId" = ${familyId} ORDER BY q."firstDay" DESC`;
  const entries = rows.map(({ next, ...row }) => ({
    ...row,
    from: day(row.from),
    until: next === null ? null : addDays(day(next), -1),
    annualIncome: row.annualIncome === null ? null : cents(row.annualIncome),
    monthlyBenefits: row.monthlyBenefits === null ? null : cents(row.monthlyBenefits),
  }));
  return { entries, stamp: stampOf(entries) };
}

/** Its last day follows from the next entry. */
function stampOf(entries: readonly AgentQuotient[]): string {
  const figures = entries.map(({ until: _until, ...entry }) => Object.entries(entry).sort());
  return createHash("sha256").update(JSON.stringify(figures)).digest("hex");
}
