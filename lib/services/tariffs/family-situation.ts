import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { day, type Day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import type { PayingChild } from "@/lib/domain/tariff/paying-family";
import type { DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";
import { Prisma } from "@/lib/generated/prisma/client";
import { someRight } from "@/lib/services/child-rights";
import { payingChildrenSql } from "./paying-families";

/** What the family's file says, to begin a simulation with. */
export interface FamilySituation {
  /** "M. Toto TEST": who simulates. */
  readonly by: string;
  /** Eldest first; those over whom no right is left count in the ranks, and are not named. */
  readonly children: readonly (PayingChild & { readonly firstName: string })[];
  /** The entry that holds on that day; null before the first. */
  readonly quotient: DetailedQuotient | null;
}

interface Row {
  readonly by: string;
  readonly children: PayingChild[];
  readonly names: { id: number; firstName: string }[];
  readonly quotient:
    | (Omit<DetailedQuotient, "from" | "annualIncome" | "monthlyBenefits"> & {
        from: string;
        annualIncome: number | null;
        monthlyBenefits: number | null;
      })
    | null;
}

/** The family's own figures as they hold on a day. One statement; nothing is ever written here. */
export async function readFamilySituation(
  family: AuthorizedFamily,
  today: Day,
): Promise<FamilySituation> {
  const { familyId, accountId } = family;
  const rows = await readRows<Row>(prisma, "readFamilySituation")`
    SELECT (SELECT CASE g.civility WHEN 'madame' THEN 'Mme ' WHEN 'monsieur' THEN 'M. ' ELSE '' END
          || g."firstName" || ' ' || g."lastName"
        FROM "Guardian" g WHERE g."familyId" = f.id AND g."accountId" = ${accountId}::uuid
        ORDER BY g.id LIMIT 1) AS by,
      ${payingChildrenSql(Prisma.sql`${familyId}`)} AS children,
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'firstName', c."firstName")), '[]')
       FROM "FamilyChild" fc JOIN "Child" c ON c.id = fc."childId"
       WHERE fc."familyId" = f.id AND ${someRight}) AS names,
      (SELECT json_build_object('from', q."firstDay", 'quotientFamilial', q."quotientFamilial",
          'parts', q.parts, 'dependentChildren', q."dependentChildren", 'residence', q.residence,
          'source', q.source, 'annualIncome', q."annualIncome", 'monthlyBenefits', q."monthlyBenefits")
       FROM "FamilyQuotient" q WHERE q."familyId" = f.id AND q."firstDay" <= ${today}::date
       ORDER BY q."firstDay" DESC LIMIT 1) AS quotient
    FROM "Family" f WHERE f.id = ${familyId}`;
  const [row] = rows;
  if (!row) throw new Error(`Family ${familyId} has vanished`);
  const nameOf = new Map(row.names.map(({ id, firstName }) => [id, firstName]));
  return {
    by: row.by,
    children: row.children
      .flatMap((child) => {
        const firstName = nameOf.get(child.childId);
        return firstName === undefined ? [] : [{ ...child, firstName }];
      })
      .sort((a, b) => a.rank - b.rank),
    quotient: row.quotient && {
      ...row.quotient,
      from: day(row.quotient.from),
      annualIncome: row.quotient.annualIncome === null ? null : cents(row.quotient.annualIncome),
      monthlyBenefits:
        row.quotient.monthlyBenefits === null ? null : cents(row.quotient.monthlyBenefits),
    },
  };
}
