import "server-only";
import type { Authorized } from "@/lib/auth";
import type { AgentScope } from "@/lib/domain/access";
import { Prisma } from "@/lib/generated/prisma/client";

type Agent = Pick<Authorized<never>, "reach">;

/**
 * What an agent may see, as a condition on `q` (ServiceRequest) and `g` (Group): it stands in every
 * statement of the agents' side, so that nothing outside is read, counted or decided. A request that is
 * about no inscription is for those who answer for the whole town.
 */
export function withinScope(agent: Agent): Prisma.Sql {
  return scopeCondition(agent, Prisma.sql`q."activityId"`, Prisma.sql`g."establishmentId"`);
}

/** The same on groups alone: what an agent may choose in a filter. */
export function groupWithinScope(agent: Agent): Prisma.Sql {
  return scopeCondition(agent, Prisma.sql`g."activityId"`, Prisma.sql`g."establishmentId"`);
}

function scopeCondition(
  { reach }: Agent,
  activity: Prisma.Sql,
  establishment: Prisma.Sql,
): Prisma.Sql {
  if (reach.wholeTown) return Prisma.sql`TRUE`;
  const among = (column: Prisma.Sql, id: AgentScope["activityId"]) =>
    id === "every" ? Prisma.sql`${column} IS NOT NULL` : Prisma.sql`${column} = ${id}`;
  const scopes = reach.scopes.map(
    ({ activityId, establishmentId }) =>
      Prisma.sql`(${among(activity, activityId)} AND ${among(establishment, establishmentId)})`,
  );
  return scopes.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(scopes, " OR ")})`;
}
