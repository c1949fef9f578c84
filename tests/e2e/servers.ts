import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { startApp } from "@/scripts/support/app.mjs";
import { startMailbox } from "@/scripts/support/mailbox.mjs";
import { freePort } from "@/scripts/support/ports.mjs";

/** The manual's day, and the day on which this town is in the middle of a year. */
export const manualsDay = "2025-07-15T10:09";
export const midYear = "2026-11-22T10:00";

/** The demo town, or one that has just been migrated. */
export type TownKind = "seeded" | "empty";

const seededAt: Readonly<Record<string, string>> = {
  [manualsDay]: "preau_seeded_summer",
  [midYear]: "preau_seeded_midyear",
};

/** What the scheduler bears. */
export const cronSecret = "the-scheduler-of-the-browser-tests";

/** What the portal seals its cookies with. */
export const sessionSecret = "the-session-secret-of-the-browser-tests";

type Server = Awaited<ReturnType<typeof start>>;

/**
 * The portals of one worker, one a clock and kind of town. A test takes one with everything as seeded: its database is dropped
 * and copied anew under the same name, its files are put back, its mailbox is empty. Only the process stays,
 * and with it the pages that it has already loaded.
 */
export class Servers {
  readonly #running = new Map<string, Server>();

  constructor(private readonly worker: number) {}

  async fresh(now: string, town: TownKind): Promise<Server> {
    const key = `${town} ${now}`;
    const running = this.#running.get(key);
    if (running) {
      await running.reset();
      return running;
    }
    const name = `preau_e2e_${this.worker}_${this.#running.size}`;
    const started = await start(now, town === "empty" ? "preau_template" : seededAt[now], name);
    this.#running.set(key, started);
    return started;
  }

  async stop(): Promise<void> {
    for (const { stop } of this.#running.values()) await stop();
  }
}

async function start(now: string, template: string | undefined, name: string) {
  if (!template) throw new Error(`No seeded town for ${now}`);
  const storage = await mkdtemp(path.join(tmpdir(), "preau-files-"));
  const restore = async () => {
    await copyDatabase(name, template);
    await copyFiles(template, storage);
  };
  await restore();
  const databaseUrl = address(name);
  const mailbox = await startMailbox();
  const complaints: string[] = [];
  const app = await startApp({
    databaseUrl,
    port: await freePort(),
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      APP_NOW: now,
      RESEND_API_KEY: "re_tests",
      RESEND_BASE_URL: mailbox.url,
      STORAGE_FOLDER: storage,
      CRON_SECRET: cronSecret,
      NEXTAUTH_SECRET: sessionSecret,
    },
  });
  app.child.stderr?.on("data", (text: Buffer) => complaints.push(String(text).trim()));
  return {
    app,
    databaseUrl,
    storage,
    mailbox,
    /** What the server says where it has failed, of this test. */
    complaints,
    async reset() {
      await untilIdle(name);
      await restore();
      mailbox.empty();
      complaints.length = 0;
    },
    async stop() {
      await app.stop();
      await mailbox.stop();
      await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await rm(storage, { recursive: true, force: true });
    },
  };
}

async function copyDatabase(name: string, template: string): Promise<void> {
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
}

/** The files that the seeded town holds, and no other. */
async function copyFiles(template: string, folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(path.join(folder, name), { recursive: true });
  const seeded = path.join(".data", "seeded-files", template);
  if (existsSync(seeded)) await cp(seeded, folder, { recursive: true });
}

/** What the test before set going (an e-mail that is being sent) is over: no connection has work or a transaction. */
async function untilIdle(name: string): Promise<void> {
  for (;;) {
    const { rows } = await onServer(
      `SELECT 1 FROM pg_stat_activity WHERE datname = '${name}' AND state <> 'idle' LIMIT 1`,
    );
    if (rows.length === 0) return;
  }
}

async function onServer(statement: string) {
  const client = new pg.Client({ connectionString: address("postgres") });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

function address(database: string): string {
  const url = new URL(process.env["TEST_SERVER_URL"] ?? "");
  url.pathname = `/${database}`;
  return url.href;
}
