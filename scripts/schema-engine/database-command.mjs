import { writeSync } from "node:fs";
import pg from "pg";

const statements = { "create-database": "CREATE DATABASE", "drop-database": "DROP DATABASE" };
const unreachable = "P1001";
const codes = { "3D000": "P1003", "28P01": "P1000", 28000: "P1000" };

/**
 * The engine's commands about a whole database: can-connect-to-database, create-database,
 * drop-database. Ends with a failing exit and Prisma's own code where the database refuses.
 */
export async function runDatabaseCommand(name, url) {
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  try {
    const statement = statements[name];
    if (statement)
      await execute(maintenanceUrl(url), `${statement} ${pg.escapeIdentifier(database)}`);
    else await execute(url, "SELECT 1");
  } catch (error) {
    fail(codes[error.code] ?? unreachable, error.message);
  }
}

/** A database cannot be created or dropped from itself. */
function maintenanceUrl(url) {
  const other = new URL(url);
  other.pathname = "/postgres";
  return other.href;
}

async function execute(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Prisma drops the first line on stderr (the native engine's greeting) and reads JSON after it. */
function fail(code, message) {
  const greeting = { level: "INFO", fields: { message: "schema engine (wasm)" } };
  const fields = { message, error_code: code };
  const error = { level: "ERROR", target: "schema_engine::logger", fields };
  writeSync(2, `${JSON.stringify(greeting)}\n${JSON.stringify(error)}`);
  process.exitCode = 1;
}
