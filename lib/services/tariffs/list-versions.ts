import "server-only";
import type { Authorized } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { day, type Day, type Instant } from "@/lib/domain/day";

export interface VersionSummary {
  readonly id: number;
  readonly name: string;
  readonly state: "draft" | "published";
  readonly from: Day | null;
  /** Exclusive; null: until another version follows. */
  readonly to: Day | null;
  readonly publishedAt: Instant | null;
  readonly rules: number;
  readonly reductions: number;
}

type Row = Omit<VersionSummary, "from" | "to" | "publishedAt"> & {
  from: string | null;
  to: string | null;
  publishedAt: Date | null;
};

/** Every version of the town: drafts first, then the newest. One statement. */
export async function listVersions(
  _agent: Authorized<"manage-tariffs">,
): Promise<VersionSummary[]> {
  const rows = await readRows<Row>(prisma, "listVersions")`
    SELECT v.id, v.name, v.state::text AS state, v."validFrom"::text AS "from",
      v."validTo"::text AS "to", v."publishedAt", jsonb_array_length(v.reductions) AS reductions,
      (SELECT count(*)::int FROM "TariffRule" r WHERE r."versionId" = v.id) AS rules
    FROM "TariffVersion" v ORDER BY v."validFrom" DESC NULLS FIRST, v.id DESC`;
  return rows.map((row) => ({
    ...row,
    from: row.from === null ? null : day(row.from),
    to: row.to === null ? null : day(row.to),
    publishedAt: row.publishedAt && dateToInstant(row.publishedAt),
  }));
}
