import "server-only";
import type { Day } from "@/lib/domain/day";
import type { RequestKind } from "@/lib/domain/request-kind";
import type { ServiceRequestState } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";

/** What an agent looks for. Null = whatever it is. */
export interface QueueFilters {
  readonly state: ServiceRequestState | null;
  readonly kind: RequestKind | null;
  readonly activityId: number | null;
  readonly establishmentId: number | null;
  /** A request's number, or a part of the child's or the family's name. */
  readonly search: string;
  /** Requests that touch these days. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Only what was asked past its cut-off. */
  readonly lateOnly: boolean;
  readonly oldestFirst: boolean;
  /** From 1. */
  readonly page: number;
}

const accented = "àâäáãéèêëíîïìóôöòõúûüùçñÿ";
const plain = "aaaaaeeeeiiiiooooouuuucny";

/** The filters as a condition on q (ServiceRequest) and g (Group). */
export function matching(filters: QueueFilters, state: ServiceRequestState | null): Prisma.Sql {
  const { kind, activityId, establishmentId, search, from, to, lateOnly } = filters;
  const conditions = [
    Prisma.sql`TRUE`,
    ...(state === null ? [] : [Prisma.sql`q.state = ${state}::"ServiceRequestState"`]),
    ...(kind === null ? [] : [Prisma.sql`q.kind = ${kind}::"RequestKind"`]),
    ...(activityId === null ? [] : [Prisma.sql`q."activityId" = ${activityId}`]),
    ...(establishmentId === null ? [] : [Prisma.sql`g."establishmentId" = ${establishmentId}`]),
    ...(from === null ? [] : [Prisma.sql`q."lastDay" >= ${from}::date`]),
    ...(to === null ? [] : [Prisma.sql`q."firstDay" <= ${to}::date`]),
    ...(lateOnly ? [Prisma.sql`q.late`] : []),
    ...searched(search),
  ];
  return Prisma.join(conditions, " AND ");
}

// Every word must be found, in any order: "dupont léo", "leo dupont", "66837". Names are looked up among
// children first: there are far fewer of them than requests.
function searched(search: string): Prisma.Sql[] {
  const words = search.split(/\s+/).filter(Boolean).slice(0, 5);
  const isNumber = (word: string) => /^\d{1,9}$/.test(word);
  const numbers = words.filter(isNumber).map((word) => Prisma.sql`q.number = ${Number(word)}`);
  const names = words.filter((word) => !isNumber(word)).map(nameMatching);
  if (names.length === 0) return numbers;
  const children = Prisma.sql`(q."familyId", q."childId") IN (
    SELECT fc."familyId", fc."childId" FROM "FamilyChild" fc
    JOIN "Child" c ON c.id = fc."childId" JOIN "Family" f ON f.id = fc."familyId"
    WHERE ${Prisma.join(names, " AND ")})`;
  const families = Prisma.sql`q."childId" IS NULL AND q."familyId" IN (
    SELECT f.id FROM "Family" f LEFT JOIN "Guardian" c ON c."familyId" = f.id
    WHERE ${Prisma.join(names, " AND ")})`;
  return [...numbers, Prisma.sql`(${children} OR ${families})`];
}

/** On c, a child or a guardian, and its family f. */
function nameMatching(word: string): Prisma.Sql {
  const letters = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const pattern = `%${letters.replace(/[\\%_]/g, "\\$&")}%`;
  const name = Prisma.sql`concat_ws(' ', c."firstName", c."lastName", f.name)`;
  return Prisma.sql`translate(lower(${name}), ${accented}, ${plain}) LIKE ${pattern}`;
}
