import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type pg from "pg";

/** A demo town as a version of the portal left it: the last migration it had, and its rows. */
export interface PopulatedCopy {
  readonly file: string;
  readonly lastMigration: string;
}

/**
 * Ten families in the middle of a year, with rows in every table of that version. One JSON object a
 * line and table, in an order in which foreign keys hold.
 */
export const copyOf20261124: PopulatedCopy = {
  file: "tests/scripts/populated/2026-11-24.jsonl.gz",
  lastMigration: "20261124000000_family_details",
};

interface TableOfRows {
  readonly table: string;
  readonly rows: readonly unknown[];
}

/** The names of the committed migrations, in order. */
export function migrationNames(): string[] {
  return readdirSync("prisma/migrations")
    .filter((name) => !name.endsWith(".toml"))
    .sort();
}

/** Runs a migration as `migrate deploy` does: the file in one go, which is one transaction. */
export async function applyMigration(client: pg.Client, name: string): Promise<void> {
  await client.query(readFileSync(path.join("prisma/migrations", name, "migration.sql"), "utf8"));
}

/** Makes the schema `public` what that version's database was. */
export async function restore(client: pg.Client, copy: PopulatedCopy): Promise<void> {
  await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  for (const name of migrationNames().filter((each) => each <= copy.lastMigration))
    await applyMigration(client, name);
  const lines = gunzipSync(readFileSync(copy.file)).toString("utf8").trim().split("\n");
  const tables = lines.map((line) => JSON.parse(line) as TableOfRows);
  // Triggers that refuse writes (published tariffs) did so when the rows were made; foreign keys stay.
  const triggers = (how: "ENABLE" | "DISABLE") =>
    client.query(tables.map((t) => `ALTER TABLE "${t.table}" ${how} TRIGGER USER`).join(";"));
  await triggers("DISABLE");
  await client.query("BEGIN");
  // A migration may have written rows of its own: the copy holds them too.
  await client.query(`TRUNCATE ${tables.map(({ table }) => `"${table}"`).join(", ")}`);
  for (const each of tables) await insertRows(client, each);
  await client.query("COMMIT");
  await triggers("ENABLE");
  await moveSequences(client);
}

async function insertRows(client: pg.Client, { table, rows }: TableOfRows): Promise<void> {
  await client.query(
    `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1)`,
    [JSON.stringify(rows)],
  );
}

/** Every sequence goes on after the rows that were put in with their ids. */
async function moveSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `SELECT format('SELECT setval(%L, (SELECT max(%I) FROM %I))',
       pg_get_serial_sequence(quote_ident(table_name), column_name), column_name, table_name) AS statement
     FROM information_schema.columns
     WHERE table_schema = 'public' AND column_default LIKE 'nextval(%'`,
  );
  for (const { statement } of rows) await client.query(statement);
}

/** How many rows each table has. */
export async function rowCounts(client: pg.Client): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const counts = new Map<string, number>();
  for (const { name } of rows) {
    const counted = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}"`);
    counts.set(name, counted.rows[0]?.n ?? 0);
  }
  return counts;
}
