import "server-only";
import type { Authorized } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { day, type Day, type Instant } from "@/lib/domain/day";
import type { GridActivity } from "@/lib/domain/tariff/grid";
import type { PricedUnit, TariffCategory, TariffVersion } from "@/lib/domain/tariff/version";
import { Prisma } from "@/lib/generated/prisma/client";
import { NO_DAY } from "./lock-tariffs";
import {
  categoriesSql,
  pricedUnitsSql,
  versionOf,
  versionsSql,
  type VersionRow,
} from "./tariff-rows";

/** An activity as agents read it in the grid; `main` is the unit that examples count by. */
export interface AgentActivity extends GridActivity {
  readonly main: { readonly unitId: number; readonly noun: string } | null;
}

/** A version as the town's agents see it. */
export interface AgentVersion {
  readonly id: number;
  readonly name: string;
  readonly state: "draft" | "published";
  readonly revision: number;
  /** Null for a draft. */
  readonly from: Day | null;
  /** Exclusive; null: until another version follows. */
  readonly to: Day | null;
  readonly publishedAt: Instant | null;
  /** What the engine prices with. A draft's days in it mean nothing. */
  readonly grid: TariffVersion;
}

/** A version with all that its rows and columns are. */
export interface AgentGrid {
  readonly version: AgentVersion;
  readonly activities: readonly AgentActivity[];
  readonly units: readonly PricedUnit[];
  readonly categories: readonly TariffCategory[];
}

interface Row {
  readonly state: "draft" | "published";
  readonly revision: number;
  readonly publishedAt: Date | null;
  readonly versions: (Omit<VersionRow, "from"> & { from: string | null })[];
  readonly activities: AgentActivity[];
  readonly units: PricedUnit[];
  readonly categories: TariffCategory[];
}

const activitiesSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', a.id,
    'label', a.label, 'main', (
      SELECT json_build_object('unitId', m.id, 'noun', m."nounPlural") FROM "Unit" m
      WHERE m."activityId" = a.id AND NOT m."agentOnly" AND NOT m."chargedOnce"
      ORDER BY cardinality(m.covers) DESC, m.position LIMIT 1)
  ) ORDER BY a.position), '[]') FROM "Activity" a)`;

/** A version, draft or published, or null. One statement. */
export async function readGrid(
  _agent: Authorized<"manage-tariffs">,
  id: number,
): Promise<AgentGrid | null> {
  const [row] = await readRows<Row>(prisma, "readGrid")`
    SELECT t.state::text AS state, t.revision, t."publishedAt",
      ${versionsSql(Prisma.sql`v.id = ${id}`, Prisma.sql`TRUE`)} AS versions,
      ${activitiesSql} AS activities, ${pricedUnitsSql} AS units, ${categoriesSql} AS categories
    FROM "TariffVersion" t WHERE t.id = ${id}`;
  const version = row?.versions[0];
  if (!row || !version) return null;
  const grid = versionOf({ ...version, from: version.from ?? NO_DAY });
  return {
    version: {
      id,
      name: grid.name,
      state: row.state,
      revision: row.revision,
      from: version.from === null ? null : day(version.from),
      to: grid.to,
      publishedAt: row.publishedAt && dateToInstant(row.publishedAt),
      grid,
    },
    activities: row.activities,
    units: row.units,
    categories: row.categories,
  };
}

/**
 * The published version that another one is held against: for a draft the one in force today (else the
 * last before, else the next), for a published one the one before it. Null where there is none. Two
 * statements.
 */
export async function readCompared(
  agent: Authorized<"manage-tariffs">,
  version: Pick<AgentVersion, "id" | "from">,
  today: Day,
): Promise<AgentGrid | null> {
  const before =
    version.from === null
      ? Prisma.sql`ORDER BY ("validFrom" <= ${today}::date) DESC,
          abs("validFrom" - ${today}::date)`
      : Prisma.sql`AND "validFrom" < ${version.from}::date ORDER BY "validFrom" DESC`;
  const [found] = await readRows<{ id: number }>(prisma, "readCompared")`
    SELECT id FROM "TariffVersion" WHERE state = 'published' AND id <> ${version.id} ${before} LIMIT 1`;
  return found ? readGrid(agent, found.id) : null;
}
