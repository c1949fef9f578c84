export type AccountRole = "guardian" | "agent" | "administrator";

/** One right of an agent; null = every activity, every establishment. */
export interface AgentScope {
  activityId: number | null;
  establishmentId: number | null;
}

/** Whether one of the scopes reaches the target. No scope reaches nothing. */
export function scopeCovers(
  scopes: readonly AgentScope[],
  target: { activityId: number; establishmentId: number },
): boolean {
  return scopes.some(
    (scope) =>
      (scope.activityId === null || scope.activityId === target.activityId) &&
      (scope.establishmentId === null || scope.establishmentId === target.establishmentId),
  );
}
