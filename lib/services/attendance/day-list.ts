import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Day } from "@/lib/domain/day";
import { byName } from "@/lib/french-order";
import { groupWithinScope } from "@/lib/services/agent-scope";
import { inEstablishment } from "./in-establishment";

/** A child who is expected, with what the agents must know while it is there and when it leaves. */
export interface ExpectedChild {
  readonly childId: number;
  readonly name: string;
  readonly birthDate: Day | null;
  /** "CE1". */
  readonly schoolClass: string | null;
  readonly late: boolean;
  /** Asked, and not answered yet by the service. */
  readonly pending: boolean;
  /** "Sans porc"; null: nobody has said it. */
  readonly diet: string | null;
  /** Answers about the child itself, in the order of the town's list; null: nobody has answered. */
  readonly answers: readonly { readonly label: string; readonly allowed: boolean | null }[];
  /** Guardians of the homes that may authorize for the child: "Anne TEST, 06 …". */
  readonly guardians: readonly string[];
  /** Contacts who may fetch the child: "Jeanne TEST (grand-mère), 06 …". */
  readonly mayFetch: readonly string[];
}

/** One unit of one group: who comes, by name. */
export interface DayListUnit {
  readonly groupId: number;
  readonly unitId: number;
  readonly activityLabel: string;
  readonly establishmentLabel: string;
  readonly groupLabel: string | null;
  readonly unitLabel: string;
  readonly children: readonly ExpectedChild[];
}

/**
 * Who comes on a day, by establishment, activity and unit, within the agent's rights; each child with
 * the authorizations as they stand now. One statement.
 */
export async function readDayList(
  agent: Authorized<"read-day-list">,
  { day, establishmentId }: { day: Day; establishmentId: number | null },
): Promise<DayListUnit[]> {
  const there = inEstablishment(establishmentId);
  const units = await readRows<DayListUnit>(prisma, "readDayList")`
    WITH expected AS MATERIALIZED (
      SELECT i."groupId", r."unitId", i."childId", r.late, r.state = 'pending' AS pending
      FROM "Reservation" r JOIN "Inscription" i ON i.id = r."inscriptionId"
      JOIN "Group" g ON g.id = i."groupId"
      WHERE r.day = ${day}::date AND ${there} AND ${groupWithinScope(agent)}
    ), child AS MATERIALIZED (
      SELECT c.id, c."lastName" || ' ' || c."firstName" AS name, c.diet, c."schoolClass",
        to_char(c."birthDate", 'YYYY-MM-DD') AS "birthDate",
        (SELECT coalesce(json_agg(json_build_object('label', t.label, 'allowed', a.allowed)
            ORDER BY t.position), '[]')
         FROM "AuthorizationType" t LEFT JOIN "Authorization" a
           ON a."typeId" = t.id AND a."childId" = c.id AND a."contactId" IS NULL
         WHERE t.active AND t.subject = 'child' AND (t."minimumAge" IS NULL OR c."birthDate" IS NULL
           OR c."birthDate" + make_interval(years => t."minimumAge") <= ${day}::date)) AS answers,
        (SELECT coalesce(json_agg(p."firstName" || ' ' || p."lastName"
            || coalesce(', ' || nullif(concat_ws(' / ', p.phone, p."otherPhone"), ''), '')
            ORDER BY p."familyId", p.id), '[]')
         FROM "FamilyChild" fc JOIN "Guardian" p ON p."familyId" = fc."familyId"
         WHERE fc."childId" = c.id AND fc."mayAuthorize") AS guardians,
        (SELECT coalesce(json_agg(DISTINCT k."firstName" || ' ' || k."lastName" || ' ('
            || lower(k.tie) || ')' || coalesce(', ' || k.phone, '')), '[]')
         FROM "Authorization" a JOIN "AuthorizationType" t ON t.id = a."typeId" AND t.subject = 'contact'
         JOIN "Contact" k ON k.id = a."contactId" AND k."removedAt" IS NULL
         JOIN "FamilyChild" fc ON fc."familyId" = k."familyId" AND fc."childId" = a."childId"
           AND fc."mayAuthorize"
         WHERE a."childId" = c.id AND a.allowed) AS "mayFetch"
      FROM "Child" c WHERE c.id IN (SELECT "childId" FROM expected)
    )
    SELECT x."groupId", x."unitId", v.label AS "activityLabel", e.name AS "establishmentLabel",
      g.label AS "groupLabel", u.label AS "unitLabel",
      json_agg(json_build_object('childId', c.id, 'name', c.name, 'birthDate', c."birthDate",
        'schoolClass', c."schoolClass", 'late', x.late, 'pending', x.pending, 'diet', c.diet,
        'answers', c.answers, 'guardians', c.guardians, 'mayFetch', c."mayFetch")) AS children
    FROM expected x JOIN child c ON c.id = x."childId"
    JOIN "Group" g ON g.id = x."groupId" JOIN "Establishment" e ON e.id = g."establishmentId"
    JOIN "Activity" v ON v.id = g."activityId" JOIN "Unit" u ON u.id = x."unitId"
    GROUP BY x."groupId", x."unitId", v.id, e.id, g.id, u.id
    ORDER BY e.name, v.position, g.label NULLS FIRST, u.position`;
  return units.map((unit) => ({ ...unit, children: [...unit.children].sort(byName) }));
}
