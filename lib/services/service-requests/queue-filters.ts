import "server-only";
import type { Day } from "@/lib/domain/day";
import type { ServiceRequestState } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";

/** What an agent looks for. Null = whatever it is. */
export interface QueueFilters {
  readonly state: ServiceRequestState | null;
  readonly activityId: number | null;
  readonly establishmentId: number | null;
  /** A request's number, or a part of the child's or the family's name. */
  readonly search: string;
  /** Requests that touch these days. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly oldestFirst: boolean;
  /** From 1. */
  readonly page: number;
}

const accented = "àâäáãéèêëíîïìóôöòõúûüùçñÿ";
const plain = "aaaaaeeeeiiiiooooouuuucny";

/** The filters as a condition on q (ServiceRequest), c (Child), f (Family) and g (Group). */
export function matching(filters: QueueFilters, state: ServiceRequestState | null): Prisma.Sql {
  const { activityId, establishmentId, search, from, to } = filters;
  const conditions = [
    Prisma.sql`TRUE`,
    ...(state === null ? [] : [Prisma.sql`q.state = ${state}::"ServiceRequestState"`]),
    ...(activityId === null ? [] : [Prisma.sql`q."activityId" = ${activityId}`]),
    ...(establishmentId === null ? [] : [Prisma.sql`g."establishmentId" = ${establishmentId}`]),
    ...(from === null ? [] : [Prisma.sql`q."lastDay" >= ${from}::date`]),
    ...(to === null ? [] : [Prisma.sql`q."firstDay" <= ${to}::date`]),
    ...search.split(/\s+/).filter(Boolean).slice(0, 5).map(wordMatching),
  ];
  return Prisma.join(conditions, " AND ");
}

// Every word must be found, in any order: "dupont léo", "leo dupont", "66837".
function wordMatching(word: string): Prisma.Sql {
  const number = /^\d{1,9}$/.test(word) ? Number(word) : null;
  if (number !== null) return Prisma.sql`q.number = ${number}`;
  const letters = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const pattern = `%${letters.replace(/[\\%_]/g, "\\$&")}%`;
  const name = Prisma.sql`c."firstName" || ' ' || c."lastName" || ' ' || f.name`;
  return Prisma.sql`translate(lower(${name}), ${accented}, ${plain}) LIKE ${pattern}`;
}
