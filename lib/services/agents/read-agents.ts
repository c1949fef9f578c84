import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { type Reader, readRows } from "@/lib/db/rows";
import { agentRoles, type AgentRole, type AgentScope } from "@/lib/domain/access";
import { stampOf } from "@/lib/services/settings/stamp";

/** An account of the town hall, and how far its rights go. */
export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  /** Whether a password was chosen: the invitation was followed. */
  readonly activated: boolean;
  readonly role: AgentRole;
  readonly scopes: readonly AgentScope[];
  readonly stamp: string;
}

/** What a scope may name. */
export interface ScopeChoices {
  readonly activities: readonly { readonly id: number; readonly label: string }[];
  readonly establishments: readonly { readonly id: number; readonly label: string }[];
}

/** By name. One statement. */
export async function readAgents(
  _agent: Authorized<"manage-agents">,
  db: Reader = prisma,
): Promise<Agent[]> {
  const rows = await readRows<Omit<Agent, "stamp">>(db, "readAgents")`
    SELECT a.id, trim(a."firstName" || ' ' || a."lastName") AS name, a.email, a.active, a."passwordHash" IS NOT NULL AS activated, a.role::text AS role,
      (SELECT coalesce(json_agg(json_build_object(
          'activityId', CASE WHEN s."everyActivity" THEN to_json('every'::text) ELSE to_json(s."activityId") END,
          'establishmentId', CASE WHEN s."everyEstablishment" THEN to_json('every'::text)
            ELSE to_json(s."establishmentId") END) ORDER BY s.id), '[]')
       FROM "AgentScope" s WHERE s."accountId" = a.id) AS scopes
    FROM "Account" a WHERE a.role::text = ANY(${[...agentRoles]}::text[])
    ORDER BY a."lastName", a."firstName", a.id`;
  return rows.map((row) => ({ ...row, stamp: stampOf([row.role, row.scopes]) }));
}

/** Two statements. */
export async function readScopeChoices(_agent: Authorized<"manage-agents">): Promise<ScopeChoices> {
  const [activities, establishments] = await Promise.all([
    prisma.activity.findMany({ select: { id: true, label: true }, orderBy: { position: "asc" } }),
    // An archived one is no new choice, but it stays the limit of who has it.
    prisma.establishment.findMany({
      where: { OR: [{ archivedSince: null }, { agentScopes: { some: {} } }] },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
  ]);
  return {
    activities,
    establishments: establishments.map(({ id, name }) => ({ id, label: name })),
  };
}
