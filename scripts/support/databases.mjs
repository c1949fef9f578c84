import { existsSync, rmSync } from "node:fs";
import pg from "pg";
import { startOwnPostgres, throwAwaySettings } from "./embedded-postgres.mjs";
import { testEnvironment } from "./environment.mjs";
import { at } from "./paths.mjs";
import { migrate } from "./prisma.mjs";
import { say } from "./say.mjs";
import { migrationsFingerprint, seedFingerprint } from "./sources.mjs";
import { seed } from "./typescript.mjs";

export const emptyTemplate = "preau_template";

/** The clocks at which the browser tests find the demo town, and the templates of each. */
export const seededTemplates = {
  "2025-07-15T10:09": "preau_seeded_summer",
  "2026-11-22T10:00": "preau_seeded_midyear",
};

/** Where the files of a seeded template are. */
const seededFiles = (template) => at(".data", "seeded-files", template);

/**
 * The PostgreSQL of the tests: TEST_DATABASE_URL's (an account that may create databases), else an
 * embedded one. DATABASE_URL is never looked at.
 */
export async function testServer() {
  const given = process.env["TEST_DATABASE_URL"];
  if (!given) return startOwnPostgres("test", throwAwaySettings);
  return {
    url: (database) => {
      const url = new URL(given);
      url.pathname = `/${database}`;
      return url.href;
    },
  };
}

/** A migrated database without rows, to be cloned; made again when the migrations change. */
export function ensureEmptyTemplate(server) {
  return ensureTemplate(server, emptyTemplate, migrationsFingerprint(), async (url) => {
    say("Migrating the test database");
    await migrate(url);
  });
}

/** The demo town at each clock, to be cloned; made again when what it is made of changes. */
export async function ensureSeededTemplates(server) {
  for (const [now, name] of Object.entries(seededTemplates)) {
    const STORAGE_FOLDER = seededFiles(name);
    // Rows without their files are half a town.
    if (!existsSync(STORAGE_FOLDER)) await forget(server, name);
    await ensureTemplate(server, name, seedFingerprint(), async (databaseUrl) => {
      say(`Seeding the demo town as of ${now}`);
      await clone(server, name, emptyTemplate);
      rmSync(STORAGE_FOLDER, { recursive: true, force: true });
      const env = testEnvironment({
        databaseUrl,
        port: 3000,
        env: { APP_NOW: now, STORAGE_FOLDER },
      });
      await seed(env, ["ignore", "ignore", "inherit"]);
    });
  }
}

/** A fresh database made from a template; an older one of that name is dropped. */
export async function clone(server, name, template) {
  await withAdministrator(server, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  });
  return server.url(name);
}

/** The comment of a template says what it was made from; an interrupted one has none. */
async function ensureTemplate(server, name, fingerprint, fill) {
  const upToDate = await withAdministrator(server, async (client) => {
    const { rows } = await client.query(
      "SELECT shobj_description(oid, 'pg_database') AS made_from FROM pg_database WHERE datname = $1",
      [name],
    );
    if (rows[0]?.made_from === fingerprint) return true;
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    return false;
  });
  if (upToDate) return;
  await fill(server.url(name));
  await withAdministrator(server, (client) =>
    client.query(`COMMENT ON DATABASE ${name} IS '${fingerprint}'`),
  );
}

/** The template is made again. */
async function forget(server, name) {
  await withAdministrator(server, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  );
}

async function withAdministrator(server, work) {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
