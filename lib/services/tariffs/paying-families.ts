import "server-only";
import { type Reader, readRows } from "@/lib/db/rows";
import { day } from "@/lib/domain/day";
import type { PayingChild, PayingFamily } from "@/lib/domain/tariff/paying-family";
import type { Residence } from "@/lib/domain/tariff/reduction";
import { Prisma } from "@/lib/generated/prisma/client";

/** What the fragments below give, as JSON. */
export interface PayingFamilyRows {
  readonly quotients: {
    from: string;
    quotientFamilial: number | null;
    parts: number;
    dependentChildren: number;
    residence: Residence;
  }[];
  readonly children: PayingChild[];
}

/** The quotient history of a family as a JSON array, oldest first. */
export function quotientsSql(familyId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('from', q."firstDay",
      'quotientFamilial', q."quotientFamilial", 'parts', q.parts,
      'dependentChildren', q."dependentChildren", 'residence', q.residence) ORDER BY q."firstDay"), '[]')
    FROM "FamilyQuotient" q WHERE q."familyId" = ${familyId})`;
}

/** The children of a family with their category and rank, as a JSON array. */
export function payingChildrenSql(familyId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('childId', c."childId",
      'categoryId', c."categoryId", 'rank', c.rank)), '[]')
    FROM (SELECT fc."childId", fc."categoryId",
            row_number() OVER (ORDER BY k."birthDate" NULLS LAST, k.id) AS rank
          FROM "FamilyChild" fc JOIN "Child" k ON k.id = fc."childId"
          WHERE fc."familyId" = ${familyId}) c)`;
}

export function payingFamilyOf({ quotients, children }: PayingFamilyRows): PayingFamily {
  return { quotients: quotients.map((q) => ({ ...q, from: day(q.from) })), children };
}

/** How these families pay, by id. For the town's own work (seed, publication, impact). One statement. */
export async function readPayingFamilies(
  db: Reader,
  familyIds: readonly number[],
): Promise<ReadonlyMap<number, PayingFamily>> {
  const id = Prisma.sql`f.id`;
  const rows = await readRows<PayingFamilyRows & { familyId: number }>(db, "readPayingFamilies")`
    SELECT f.id AS "familyId", ${quotientsSql(id)} AS quotients, ${payingChildrenSql(id)} AS children
    FROM "Family" f WHERE f.id = ANY(${[...familyIds]}::int[])`;
  return new Map(rows.map((row) => [row.familyId, payingFamilyOf(row)]));
}
