import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Day } from "@/lib/domain/day";

/** What may close: what still has groups. */
export interface ClosureChoices {
  readonly establishments: readonly { readonly id: number; readonly label: string }[];
  readonly activities: readonly {
    readonly id: number;
    readonly label: string;
    readonly units: readonly { readonly id: number; readonly label: string }[];
  }[];
  /** "Restauration Scolaire, Restaurant Jacques Prévert (RESTO_R_PREVERT)". */
  readonly groups: readonly { readonly id: number; readonly label: string }[];
}

/** The town's establishments, activities with their units, and groups that have not ended. One statement. */
export async function readClosureChoices(
  _agent: Authorized<"manage-closures">,
  today: Day,
): Promise<ClosureChoices> {
  const rows = await readRows<ClosureChoices>(prisma, "readClosureChoices")`
    WITH current AS (SELECT * FROM "Group" WHERE "lastDay" >= ${today}::date)
    SELECT
      (SELECT coalesce(json_agg(json_build_object('id', e.id, 'label', e.name) ORDER BY e.name), '[]')
       FROM "Establishment" e WHERE e.id IN (SELECT "establishmentId" FROM current)) AS establishments,
      (SELECT coalesce(json_agg(json_build_object('id', a.id, 'label', a.label, 'units', (
          SELECT coalesce(json_agg(json_build_object('id', u.id, 'label', u.label) ORDER BY u.position), '[]')
          FROM "Unit" u WHERE u."activityId" = a.id AND NOT u."agentOnly")) ORDER BY a.position), '[]')
       FROM "Activity" a WHERE a.id IN (SELECT "activityId" FROM current)) AS activities,
      (SELECT coalesce(json_agg(json_build_object('id', g.id, 'label', a.label || ', ' || e.name
          || coalesce(', ' || g.label, '') || ' (' || g.code || ')') ORDER BY a.position, e.name, g.code), '[]')
       FROM current g JOIN "Activity" a ON a.id = g."activityId"
       JOIN "Establishment" e ON e.id = g."establishmentId") AS groups`;
  return rows[0] ?? { establishments: [], activities: [], groups: [] };
}
