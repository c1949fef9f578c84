import pg from "pg";

const template = "preau_template";
const workerDatabase = `preau_w${process.env["JEST_WORKER_ID"] ?? "1"}`;

/** The address of this Jest worker's database. */
export function workerDatabaseUrl(): string {
  return urlOf(workerDatabase);
}

/** A fresh copy of the migrated template for each test file, in a few hundredths of a second. */
export async function renewDatabase(): Promise<void> {
  await connected("postgres", async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${workerDatabase} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${workerDatabase} TEMPLATE ${template}`);
  });
}

/** Empties every table, for a `beforeEach`: numbers and counters begin again. */
export async function emptyTables(): Promise<void> {
  await connected(workerDatabase, async (client) => {
    const { rows } = await client.query<{ names: string }>(
      `SELECT string_agg(quote_ident(tablename), ', ') AS names FROM pg_tables
       WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    );
    await client.query(`TRUNCATE ${rows[0]?.names} RESTART IDENTITY CASCADE`);
    await client.query(`INSERT INTO "RequestCounter" ("id", "last") VALUES (1, 0)`);
  });
}

/** Closes the portal's connections, where the test file opened some. */
export async function closeDatabase(): Promise<void> {
  if (!("preauDatabase" in globalThis)) return;
  const database = await import("@/lib/db");
  await database.closeDatabase();
}

function urlOf(database: string): string {
  const server = process.env["TEST_SERVER_URL"];
  if (!server) throw new Error("These tests need their database: npm test -- --only=services");
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function connected(
  database: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
