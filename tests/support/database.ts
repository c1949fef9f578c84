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
    await client.query(`CREATE DATABASE ${workerDatabase} TEMPLATE ${template} STRATEGY FILE_COPY`);
  });
}

// Rows are deleted and put back, never truncated: a truncated table is a new file for itself and for each of its
// indexes, and a database has three hundred. As a replica PostgreSQL runs no trigger and checks no foreign key
// meanwhile, which takes a superuser.

/** Empties the tables that have rows, for a `beforeEach`: numbers and counters begin again. */
export async function emptyTables(): Promise<void> {
  await asReplica(`${eachTable(`
      EXECUTE format('DELETE FROM public.%I', name);`)}
    INSERT INTO "RequestCounter" ("id", "last") VALUES (1, 0);
    PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
      FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL;`);
  await sweep();
}

/** What was deleted is still read past: a table that a whole town stood in is swept at once. */
async function sweep(): Promise<void> {
  const client = await besides();
  const { rows } = await client.query<{ names: string | null }>(
    `SELECT string_agg(oid::regclass::text, ', ') AS names FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 100000`,
  );
  const names = rows[0]?.names;
  if (names) await client.query(`VACUUM ${names}`);
}

/**
 * Keeps a copy of all rows as they stand, in a schema beside them. From then on each table notes that a statement
 * wrote in it.
 */
export async function keepRows(): Promise<void> {
  await asReplica(`DROP SCHEMA IF EXISTS kept CASCADE;
    CREATE SCHEMA kept;
    CREATE TABLE kept." sequences" AS
      SELECT sequencename, start_value, last_value FROM pg_sequences WHERE schemaname = 'public';
    CREATE TABLE kept." written" (name name NOT NULL);
    CREATE FUNCTION kept.note() RETURNS trigger LANGUAGE plpgsql AS
      $note$ BEGIN INSERT INTO kept." written" VALUES (TG_TABLE_NAME); RETURN NULL; END $note$;
    ${eachTable(`
      EXECUTE format('CREATE TABLE kept.%I AS TABLE public.%I', name, name);
      EXECUTE format('CREATE TRIGGER " note" AFTER INSERT OR UPDATE OR DELETE ON public.%I
        FOR EACH STATEMENT EXECUTE FUNCTION kept.note()', name);`)}`);
}

/** The rows are again what they were at `keepRows`: quicker than building them anew. */
export async function bringRowsBack(): Promise<void> {
  await asReplica(`FOR name IN SELECT DISTINCT w.name FROM kept." written" w LOOP
      EXECUTE format('DELETE FROM public.%I', name);
      EXECUTE format('INSERT INTO public.%I SELECT * FROM kept.%I', name, name);
    END LOOP;
    DELETE FROM kept." written";
    PERFORM setval(format('public.%I', sequencename)::regclass,
        coalesce(last_value, start_value), last_value IS NOT NULL) FROM kept." sequences";`);
}

/** Whether a statement has written anywhere since the rows were kept, or brought back. */
export async function hasWritten(): Promise<boolean> {
  const client = await besides();
  const { rows } = await client.query(`SELECT FROM kept." written" LIMIT 1`);
  return rows.length > 0;
}

const eachTable = (work: string) => `FOR name IN
      SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
    LOOP${work}
    END LOOP;`;

async function asReplica(work: string): Promise<void> {
  const client = await besides();
  await client.query(`BEGIN; SET LOCAL session_replication_role = replica;
    DO $$ DECLARE name text; BEGIN ${work} END $$; COMMIT`);
}

let own: Promise<pg.Client> | null = null;

/** A connection of the test's own beside the portal's, whose pool may be used up; one for each test file. */
function besides(): Promise<pg.Client> {
  own ??= (async () => {
    const client = new pg.Client({ connectionString: workerDatabaseUrl() });
    await client.connect();
    return client;
  })();
  return own;
}

/** How many connections wait for a lock of any kind. */
export const howManyWait = async () => waiting(await besides());

/** Until so many connections wait for a lock. */
export async function untilWaiting(count: number): Promise<void> {
  const client = await besides();
  while ((await waiting(client)) < count);
}

async function waiting(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows[0]?.count ?? 0;
}

/** Closes the test's connection and the portal's, where the test file opened some. */
export async function closeDatabase(): Promise<void> {
  await (await own)?.end();
  own = null;
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

async function connected<V>(database: string, work: (client: pg.Client) => Promise<V>): Promise<V> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
