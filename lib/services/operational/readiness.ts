import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { enforcedSettings } from "@/lib/database-timeouts";
import { onOwnConnection } from "@/lib/db";
import { env } from "@/lib/env";

/** What keeps the portal from receiving people, for whoever installs it. */
export type Unready = "database" | "migrations" | "timeouts";

const MOST_MS = 2_000;

/** The migrations that this build comes with; none where their files were not deployed. */
async function expectedMigrations(): Promise<string[]> {
  const folder = path.join(process.cwd(), "prisma/migrations");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** Whether the database has every migration of this build, none half done. */
async function isMigrated(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ name: string; done: boolean }>(
    `SELECT "migration_name" AS "name", "finished_at" IS NOT NULL AS "done"
       FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  );
  const applied = new Set(rows.filter((row) => row.done).map((row) => row.name));
  const expected = await expectedMigrations();
  return rows.length > 0 && rows.every((row) => row.done) && expected.every((m) => applied.has(m));
}

/** Whether PostgreSQL cuts what waits too long: asked of it, since a pooler may have dropped it. */
async function isBounded(client: pg.Client): Promise<boolean> {
  if (env.DATABASE_TIMEOUTS === "none") return true;
  const { rows } = await client.query<{ name: string }>(
    "SELECT name FROM pg_settings WHERE name = ANY($1) AND setting <> '0'",
    [enforcedSettings],
  );
  return rows.length === enforcedSettings.length;
}

async function lookFor(): Promise<Unready | null> {
  try {
    return await onOwnConnection(MOST_MS, async (client) => {
      if (!(await isBounded(client))) return "timeouts";
      return (await isMigrated(client)) ? null : "migrations";
    });
  } catch (error) {
    // The table of migrations does not exist before the first one.
    return (error as { code?: unknown }).code === "42P01" ? "migrations" : "database";
  }
}

let looking: Promise<Unready | null> | undefined;

/**
 * What is missing, or null: within two seconds and on a connection of its own, so that pages which
 * wait for the database do not hide that it is there. Whoever asks at once shares one look.
 */
export function whatIsMissing(): Promise<Unready | null> {
  looking ??= lookFor().finally(() => (looking = undefined));
  return looking;
}
