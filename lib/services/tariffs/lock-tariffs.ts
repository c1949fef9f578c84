import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import { day, type Day } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import type { TariffGrid } from "@/lib/domain/tariff/grid";
import { Prisma } from "@/lib/generated/prisma/client";
import { versionOf, versionsSql, type VersionRow } from "./tariff-rows";

/** A draft as it stands under the lock. */
export interface LockedDraft extends TariffGrid {
  readonly id: number;
  readonly name: string;
}

export type DraftRefusal = "not-found" | "tariff-published" | "tariff-draft-changed";

interface LockedRow {
  readonly state: "draft" | "published";
  readonly revision: number;
  readonly versions: (Omit<VersionRow, "from"> & { from: string | null })[];
}

/** A draft has no days yet: where an engine asks for some, these. */
export const NO_DAY: Day = day("2000-01-01");

/**
 * Writers of tariffs wait for each other, first of all and on the whole table: two agents who publish
 * at the same moment never both find the same place free. Readers and bookings wait for nobody.
 */
export async function lockTariffs(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE "TariffVersion" IN SHARE ROW EXCLUSIVE MODE`;
}

/** Takes the lock, and the draft at the revision that the agent saw. Two statements. */
export async function lockTariffDraft(
  tx: Tx,
  id: number,
  revision: number,
): Promise<Result<LockedDraft, DraftRefusal>> {
  await lockTariffs(tx);
  const [row] = await readRows<LockedRow>(tx, "lockTariffDraft")`
    SELECT t.state::text AS state, t.revision,
      ${versionsSql(Prisma.sql`v.id = ${id}`, Prisma.sql`TRUE`)} AS versions
    FROM "TariffVersion" t WHERE t.id = ${id}`;
  const version = row?.versions[0];
  if (!row || !version) return refused("not-found");
  if (row.state === "published") return refused("tariff-published");
  if (row.revision !== revision) return refused("tariff-draft-changed");
  return done(versionOf({ ...version, from: NO_DAY }));
}

/** Counts the save: whoever looks at an earlier revision is told. */
export async function countSave(
  tx: Tx,
  id: number,
  change: Prisma.TariffVersionUpdateInput = {},
): Promise<number> {
  const { revision } = await tx.tariffVersion.update({
    where: { id },
    data: { ...change, revision: { increment: 1 } },
    select: { revision: true },
  });
  return revision;
}
