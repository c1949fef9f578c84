import "server-only";
import type { Authorized } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { day, type Day, type Instant, type Period } from "@/lib/domain/day";
import { cents, type Cents } from "@/lib/domain/money";
import { Prisma } from "@/lib/generated/prisma/client";
import { isDue } from "@/lib/services/places/standing";

/** A closure as agents read it in the list. */
export interface ListedClosure {
  readonly id: number;
  readonly period: Period;
  readonly reason: string;
  /** The name of the establishment, of the activity or of the group. */
  readonly target: "town" | { readonly name: string };
  readonly unit: "every" | { readonly label: string };
  readonly children: number;
  readonly families: number;
  readonly places: number;
  readonly amount: Cents;
  readonly lines: number;
  readonly emails: number;
  readonly declaredAt: Instant;
  readonly declaredBy: string;
  /** Null where it stands. */
  readonly reopened: {
    readonly at: Instant;
    readonly by: string;
    readonly restored: number;
    readonly leftAsChanged: number;
  } | null;
}

interface ClosureRow {
  readonly id: number;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly isTown: boolean;
  readonly targetName: string | null;
  readonly everyUnit: boolean;
  readonly unitLabel: string | null;
  readonly children: number;
  readonly families: number;
  readonly places: number;
  readonly amount: number;
  readonly lines: number;
  readonly emails: number;
  readonly declaredAt: Date;
  readonly declaredBy: string;
  readonly reopenedAt: Date | null;
  readonly reopenedBy: string | null;
  readonly restored: number | null;
  readonly leftAsChanged: number | null;
}

/** The closures to come and the latest that have passed: a page of them, newest days first. */
const mostClosures = 100;

/** Closures with their figures, by their days, the latest first. One statement. */
export async function readClosures(
  _agent: Authorized<"manage-closures">,
  only: { readonly id: number } | "all" = "all",
): Promise<ListedClosure[]> {
  const chosen = only === "all" ? Prisma.sql`TRUE` : Prisma.sql`x.id = ${only.id}`;
  const rows = await readRows<ClosureRow>(prisma, "readClosures")`
    SELECT x.id, x."firstDay"::text AS "from", x."lastDay"::text AS "to", x.reason,
      x.target = 'town' AS "isTown", x."everyUnit",
      coalesce(e.name, a.label,
        ga.label || ', ' || ge.name || coalesce(', ' || g.label, '') || ' (' || g.code || ')') AS "targetName",
      u.label AS "unitLabel", x.children, x.families, x.places, x.amount, x.lines, x.emails,
      x."declaredAt", d."firstName" || ' ' || d."lastName" AS "declaredBy",
      x."reopenedAt", r."firstName" || ' ' || r."lastName" AS "reopenedBy", x.restored, x."leftAsChanged"
    FROM "Closure" x
    JOIN "Account" d ON d.id = x."declaredById"
    LEFT JOIN "Account" r ON r.id = x."reopenedById"
    LEFT JOIN "Establishment" e ON e.id = x."establishmentId"
    LEFT JOIN "Activity" a ON a.id = x."activityId"
    LEFT JOIN "Group" g ON g.id = x."groupId"
    LEFT JOIN "Activity" ga ON ga.id = g."activityId"
    LEFT JOIN "Establishment" ge ON ge.id = g."establishmentId"
    LEFT JOIN "Unit" u ON u.id = x."unitId"
    WHERE ${chosen} ORDER BY x."firstDay" DESC, x.id DESC LIMIT ${mostClosures}`;
  return rows.map(listed);
}

function listed({ from, to, declaredAt, amount, ...row }: ClosureRow): ListedClosure {
  const { reopenedAt, reopenedBy, restored, leftAsChanged, ...others } = row;
  const { isTown, targetName, everyUnit, unitLabel, ...rest } = others;
  return {
    ...rest,
    target: isTown ? "town" : { name: targetName ?? "" },
    unit: everyUnit ? "every" : { label: unitLabel ?? "" },
    period: { from: day(from), to: day(to) },
    amount: cents(amount),
    declaredAt: dateToInstant(declaredAt),
    reopened: reopenedAt && {
      at: dateToInstant(reopenedAt),
      by: reopenedBy ?? "",
      restored: restored ?? 0,
      leftAsChanged: leftAsChanged ?? 0,
    },
  };
}

/** What a closure cancelled of one family. */
export interface ClosedFamily {
  readonly id: number;
  readonly name: string;
  /** First names. */
  readonly children: readonly string[];
  readonly places: number;
  readonly amount: Cents;
}

export interface ClosureDetail extends ListedClosure {
  readonly unitDays: readonly {
    readonly day: Day;
    readonly unitLabel: string;
    readonly places: number;
  }[];
  readonly closed: readonly ClosedFamily[];
}

/** A closure with all that it cancelled; null where there is none. Three statements. */
export async function readClosure(
  agent: Authorized<"manage-closures">,
  id: number,
): Promise<ClosureDetail | null> {
  const [closure] = await readClosures(agent, { id });
  if (!closure) return null;
  const days = await readRows<{ day: string; unitLabel: string; places: number }>(
    prisma,
    "readClosureDays",
  )`
    SELECT k.day::text AS day, a.label || ', ' || u.label AS "unitLabel", count(*)::int AS places
    FROM "ClosedPlace" k JOIN "Unit" u ON u.id = k."unitId" JOIN "Activity" a ON a.id = u."activityId"
    WHERE k."closureId" = ${id} GROUP BY k.day, a.id, u.id ORDER BY k.day, a.position, u.position`;
  return {
    ...closure,
    unitDays: days.map((row) => ({ ...row, day: day(row.day) })),
    closed: await readFamilies(id),
  };
}

async function readFamilies(closureId: number): Promise<ClosedFamily[]> {
  const rows = await readRows<Omit<ClosedFamily, "amount"> & { amount: number }>(
    prisma,
    "readClosureFamilies",
  )`
    SELECT f.id, f.name, array_agg(DISTINCT c."firstName") AS children, count(*)::int AS places,
      coalesce(sum(p.amount) FILTER (WHERE ${isDue(Prisma.sql`k.state`)}), 0)::int AS amount
    FROM "ClosedPlace" k
    JOIN "Family" f ON f.id = k."familyId"
    JOIN "Inscription" i ON i.id = k."inscriptionId"
    JOIN "Child" c ON c.id = i."childId"
    LEFT JOIN "Price" p ON p.id = k."priceId"
    WHERE k."closureId" = ${closureId} GROUP BY f.id ORDER BY f.name, f.id`;
  return rows.map((row) => ({ ...row, amount: cents(row.amount) }));
}
