import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { prisma } from "@/lib/db";

/** The migrations that this build comes with; none where their files were not deployed. */
async function expectedMigrations(): Promise<string[]> {
  const folder = path.join(process.cwd(), "prisma/migrations");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** Whether the database answers and has every migration of this build, none half done. */
export async function isReady(): Promise<boolean> {
  try {
    const rows = await prisma.$queryRaw<{ name: string; done: boolean }[]>`
      SELECT "migration_name" AS "name", "finished_at" IS NOT NULL AS "done"
        FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`;
    const applied = new Set(rows.filter((row) => row.done).map((row) => row.name));
    const expected = await expectedMigrations();
    return (
      rows.length > 0 && rows.every((row) => row.done) && expected.every((m) => applied.has(m))
    );
  } catch {
    return false;
  }
}
