import { startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { appEnvironment } from "./environment.mjs";
import { ensureInstalled } from "./install.mjs";
import { ensureClient, migrate } from "./prisma.mjs";
import { say } from "./say.mjs";
import { seed } from "./typescript.mjs";

/**
 * The environment of the portal that this machine's commands speak of: DATABASE_URL's, else the
 * demo's, whose PostgreSQL is started. Dependencies and client are there afterwards.
 */
export async function openPortal(port) {
  await ensureInstalled();
  await ensureClient();
  const given = process.env["DATABASE_URL"];
  const databaseUrl = given ?? (await startEmbeddedPostgres("demo")).url("preau");
  const mode = process.env["APP_MODE"] ?? (given ? "production" : "demo");
  return { env: appEnvironment({ mode, databaseUrl, port }), isDemo: !given };
}

/** The same, ready to be served: migrated, and with the demo town where the database is ours. */
export async function preparePortal(port) {
  const { env, isDemo } = await openPortal(port);
  if (!isDemo) {
    say(`DATABASE_URL is set: that database, no demo data, APP_MODE=${env.APP_MODE}`);
    await migrate(env.DATABASE_URL);
    return env;
  }
  say("Preparing the demo's database");
  await migrate(env.DATABASE_URL);
  await seed(env);
  return env;
}
