import "server-only";
import type { Tx } from "@/lib/commit";
import { needsScopes, type AgentRole, type AgentScope } from "@/lib/domain/access";

/** A limit as the journal writes it. */
export const scopeKey = ({ activityId, establishmentId }: AgentScope) =>
  `${activityId}/${establishmentId}`;

/** The limits that a role takes, each once; a role of the whole town has none. */
export function scopesOf({
  role,
  scopes,
}: {
  readonly role: AgentRole;
  readonly scopes: readonly AgentScope[];
}): AgentScope[] {
  if (!needsScopes(role)) return [];
  return [...new Map(scopes.map((scope) => [scopeKey(scope), scope])).values()];
}

/** Whether each activity and each establishment that the limits name is one of the town. Two statements. */
export async function scopesExist(tx: Tx, scopes: readonly AgentScope[]): Promise<boolean> {
  const named = (ids: readonly (number | "every")[]) => [
    ...new Set(ids.filter((id) => id !== "every")),
  ];
  const activities = named(scopes.map(({ activityId }) => activityId));
  const places = named(scopes.map(({ establishmentId }) => establishmentId));
  const found =
    (await tx.activity.count({ where: { id: { in: activities } } })) +
    (await tx.establishment.count({ where: { id: { in: places } } }));
  return found === activities.length + places.length;
}

export async function insertScopes(
  tx: Tx,
  accountId: string,
  scopes: readonly AgentScope[],
): Promise<void> {
  await tx.agentScope.createMany({
    data: scopes.map(({ activityId, establishmentId }) => ({
      accountId,
      everyActivity: activityId === "every",
      activityId: activityId === "every" ? null : activityId,
      everyEstablishment: establishmentId === "every",
      establishmentId: establishmentId === "every" ? null : establishmentId,
    })),
  });
}
