import "server-only";
import type { AuthorizedAgent } from "@/lib/auth";
import { Prisma } from "@/lib/generated/prisma/client";

/**
 * What an agent may see, as a condition on `q` (ServiceRequest) and `g` (Group): it stands in every
 * statement of the agents' side, so that nothing outside is read, counted or decided. A request that is
 * about no inscription is for those who see the whole town.
 */
export function withinScope(agent: AuthorizedAgent): Prisma.Sql {
  return scopeCondition(agent, Prisma.sql`q."activityId"`, Prisma.sql`g."establishmentId"`);
}

/** The same on groups alone: what an agent may choose in a filter. */
export function groupWithinScope(agent: AuthorizedAgent): Prisma.Sql {
  return scopeCondition(agent, Prisma.sql`g."activityId"`, Prisma.sql`g."establishmentId"`);
}

function scopeCondition(
  agent: AuthorizedAgent,
  activity: Prisma.Sql,
  establishment: Prisma.Sql,
): Prisma.Sql {
  if (agent.everything) return Prisma.sql`TRUE`;
  const rights = agent.scopes.map(({ activityId, establishmentId }) => {
    const both = [
      ...(activityId === null ? [] : [Prisma.sql`${activity} = ${activityId}`]),
      ...(establishmentId === null ? [] : [Prisma.sql`${establishment} = ${establishmentId}`]),
    ];
    return Prisma.sql`(${Prisma.join(both, " AND ")})`;
  });
  return rights.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(rights, " OR ")})`;
}
