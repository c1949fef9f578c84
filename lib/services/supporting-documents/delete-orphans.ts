import "server-only";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";
import { openStorage } from "@/lib/storage/open-storage";

/** Whatever is being sent at the moment has its row within this time. */
const graceMs = 60 * 60_000;

/**
 * Deletes the objects of the storage that no row knows: what a sending left that did not end, and the
 * files of documents that were withdrawn.
 */
export async function deleteOrphans(realNow: Instant): Promise<{ kept: number; deleted: number }> {
  const storage = openStorage();
  const objects = await storage.list();
  const limit = Date.parse(realNow) - graceMs;
  const old = objects.filter(({ storedAt }) => storedAt.getTime() < limit).map(({ key }) => key);
  const rows = await readRows<{ key: string }>(prisma, "deleteOrphans")`
    SELECT key FROM unnest(${old}::uuid[]) AS key
     WHERE NOT EXISTS (SELECT FROM "StoredFile" f WHERE f.id = key)
       AND NOT EXISTS (SELECT FROM "InfoFile" f WHERE f.id = key)`;
  for (const { key } of rows) await storage.delete(key);
  return { kept: objects.length - rows.length, deleted: rows.length };
}
