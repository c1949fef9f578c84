import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import { Prisma } from "@/lib/generated/prisma/client";

/*
 * The places of a group of which a unit is limited are taken by one sending at a time: whoever takes one
 * holds the group's row until the end of its transaction, and counts after it has it. In one order for
 * everybody, so that none waits in a circle: inscriptions by id, then groups by id, before anything is
 * written. A group of which nothing is limited is locked by nobody.
 */

/** On g: a unit of the group is limited, always or on some days. */
export const isLimited = Prisma.sql`(EXISTS (SELECT FROM "UnitCapacity" uc WHERE uc."groupId" = g.id)
  OR EXISTS (SELECT FROM "CapacityException" ce WHERE ce."groupId" = g.id))`;

/** The limited ones among groups, as a statement to join; `lock`: they stay locked. */
export const limitedGroups = (groupIds: Prisma.Sql, lock: "for-update" | "no-lock") => Prisma.sql`
  SELECT g.id FROM "Group" g
  WHERE g.id = ANY(ARRAY(${groupIds})) AND ${isLimited}
  ORDER BY g.id ${lock === "for-update" ? Prisma.sql`FOR NO KEY UPDATE OF g` : Prisma.empty}`;

/**
 * Locks the limited groups of these inscriptions, which the caller has locked: for places that come back
 * to many families at once. One statement.
 */
export async function lockLimitedPlaces(
  tx: Tx,
  places: readonly { readonly inscriptionId: number }[],
): Promise<void> {
  const ids = [...new Set(places.map(({ inscriptionId }) => inscriptionId))];
  await readRows(tx, "lockLimitedPlaces")`
    ${limitedGroups(Prisma.sql`SELECT "groupId" FROM "Inscription" WHERE id = ANY(${ids}::int[])`, "for-update")}`;
}

/** Locks a group whose limits are about to change: sendings wait, and count by the new ones. One statement. */
export async function lockGroup(tx: Tx, groupId: number): Promise<void> {
  await readRows(tx, "lockGroup")`
    SELECT id FROM "Group" WHERE id = ${groupId} FOR NO KEY UPDATE`;
}
