import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { type Reader, readRows } from "@/lib/db/rows";
import type { AuthorizationState, AuthorizationType } from "@/lib/domain/authorization";
import { day, instant, type Day, type Instant } from "@/lib/domain/day";
import { Prisma } from "@/lib/generated/prisma/client";

/** A person who may be authorized to fetch the child. */
export interface ChildContact {
  readonly id: number;
  /** "Madame Jeanne TEST". */
  readonly name: string;
  readonly tie: string;
  readonly phone: string | null;
}

/** An inscription that the authorizations hold for. */
export interface ConcernedInscription {
  readonly id: number;
  readonly activityLabel: string;
  readonly establishmentLabel: string;
  readonly from: Day;
  readonly to: Day;
}

/** All about what a child is authorized to, as its family sees it. */
export interface ChildAuthorizations {
  readonly childId: number;
  readonly firstName: string;
  readonly birthDate: Day | null;
  /** The town's list, in its order. */
  readonly types: readonly AuthorizationType[];
  /** The family's own, without those that were removed. */
  readonly contacts: readonly ChildContact[];
  readonly states: readonly AuthorizationState[];
  readonly inscriptions: readonly ConcernedInscription[];
  /** When the answers were last given or confirmed; null: never. */
  readonly confirmedAt: Instant | null;
}

type Row = Omit<ChildAuthorizations, "birthDate" | "inscriptions" | "confirmedAt"> & {
  birthDate: string | null;
  inscriptions: (Omit<ConcernedInscription, "from" | "to"> & { from: string; to: string })[];
  confirmedAt: Date | null;
};

/**
 * What these children of the family are authorized to; only those whose authorizations the family may
 * see. A contact belongs to one family: the child's other home does not see it. One statement.
 */
async function readAnswers(
  db: Reader,
  family: AuthorizedFamily,
  chosen: Prisma.Sql,
  today: Day,
): Promise<ChildAuthorizations[]> {
  const { familyId } = family;
  const rows = await readRows<Row>(db, "readAnswers")`
    SELECT c.id AS "childId", c."firstName", c."birthDate"::text AS "birthDate",
      (SELECT coalesce(json_agg(json_build_object('id', t.id, 'label', t.label,
          'explanation', t.explanation, 'icon', t.icon, 'subject', t.subject, 'required', t.required,
          'minimumAge', t."minimumAge") ORDER BY t.position), '[]')
       FROM "AuthorizationType" t WHERE t.active) AS types,
      (SELECT coalesce(json_agg(json_build_object('id', k.id, 'name',
          concat_ws(' ', CASE k.civility WHEN 'madame' THEN 'Madame' WHEN 'monsieur' THEN 'Monsieur' END,
            k."firstName", k."lastName"), 'tie', k.tie, 'phone', k.phone) ORDER BY k.id), '[]')
       FROM "ContactChild" kc JOIN "Contact" k ON k.id = kc."contactId"
       WHERE kc."childId" = c.id AND k."familyId" = ${familyId} AND k."removedAt" IS NULL) AS contacts,
      (SELECT coalesce(json_agg(json_build_object('typeId', a."typeId", 'contactId', a."contactId",
          'allowed', a.allowed)), '[]')
       FROM "Authorization" a LEFT JOIN "Contact" k ON k.id = a."contactId"
       WHERE a."childId" = c.id AND (k.id IS NULL OR k."familyId" = ${familyId})) AS states,
      (SELECT coalesce(json_agg(json_build_object('id', i.id, 'activityLabel', v.label,
          'establishmentLabel', e.name, 'from', i."firstDay", 'to', i."lastDay")
          ORDER BY i."firstDay", v.position), '[]')
       FROM "Inscription" i JOIN "Group" g ON g.id = i."groupId"
       JOIN "Activity" v ON v.id = g."activityId" JOIN "Establishment" e ON e.id = g."establishmentId"
       WHERE i."childId" = c.id AND i."lastDay" >= ${today}::date) AS inscriptions,
      greatest((SELECT max(a.since) FROM "Authorization" a WHERE a."childId" = c.id),
        (SELECT max(o.at) FROM "AuthorizationConfirmation" o WHERE o."childId" = c.id)) AS "confirmedAt"
    FROM "FamilyChild" fc JOIN "Child" c ON c.id = fc."childId"
    WHERE fc."familyId" = ${familyId} AND fc."mayAuthorize" AND ${chosen}
    ORDER BY c.id`;
  return rows.map((row) => ({
    ...row,
    birthDate: row.birthDate === null ? null : day(row.birthDate),
    inscriptions: row.inscriptions.map((i) => ({ ...i, from: day(i.from), to: day(i.to) })),
    confirmedAt: row.confirmedAt && instant(row.confirmedAt.toISOString()),
  }));
}

/** Every child of the family whose authorizations it may see. One statement. */
export async function readFamilyAuthorizations(
  family: AuthorizedFamily,
  today: Day,
  db: Reader = prisma,
): Promise<ChildAuthorizations[]> {
  return readAnswers(db, family, Prisma.sql`TRUE`, today);
}

/** One child, or null ("introuvable") whosever it may be. One statement. */
export async function readChildAuthorizations(
  family: AuthorizedFamily,
  childId: number,
  today: Day,
): Promise<ChildAuthorizations | null> {
  const [child] = await readAnswers(prisma, family, Prisma.sql`c.id = ${childId}`, today);
  return child ?? null;
}
