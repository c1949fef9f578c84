import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import pg from "pg";
import type { AccountRole } from "@/lib/domain/access";
import { sessionLimits } from "@/lib/domain/session-limits";
import { startApp } from "@/scripts/support/app.mjs";
import { startMailbox, type ReceivedEmail } from "@/scripts/support/mailbox.mjs";
import { freePort } from "@/scripts/support/ports.mjs";

/** A portal of the test's own: its database, its files, its clock, its mailbox. */
export interface Portal {
  readonly url: string;
  /** The folder of families' files. */
  readonly storage: string;
  /** Rows of the portal's database, as PostgreSQL says them. */
  sql<Row>(query: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The e-mails that Resend's client posted, oldest first. Waits until there are `count`. */
  mails(count: number): Promise<ReceivedEmail[]>;
  /** Another device: its own cookies and storage. */
  device(options?: Parameters<Browser["newContext"]>[0]): Promise<BrowserContext>;
}

/** The manual's day, and the day on which this town is in the middle of a year. */
export const manualsDay = "2025-07-15T10:09";
export const midYear = "2026-11-22T10:00";

const templates: Readonly<Record<string, string>> = {
  [manualsDay]: "preau_seeded_summer",
  [midYear]: "preau_seeded_midyear",
};

/** What the scheduler bears. */
export const cronSecret = "the-scheduler-of-the-browser-tests";

/** What the portal seals its cookies with. */
const sessionSecret = "the-session-secret-of-the-browser-tests";

/** Whose database a browser's pages speak to: who signs in there has a row in it. */
const databases = new WeakMap<BrowserContext, Portal["sql"]>();

let made = 0;

export const test = base.extend<{ now: string; portal: Portal }>({
  now: [manualsDay, { option: true }],
  portal: async ({ now, browser }, provide, info) => {
    const name = `preau_e2e_${info.workerIndex}_${(made += 1)}`;
    const databaseUrl = await cloneSeeded(name, now);
    const storage = await copySeededFiles(now);
    const mailbox = await startMailbox();
    const app = await startApp({
      databaseUrl,
      port: await freePort(),
      env: {
        APP_NOW: now,
        RESEND_API_KEY: "re_tests",
        RESEND_BASE_URL: mailbox.url,
        STORAGE_FOLDER: storage,
        CRON_SECRET: cronSecret,
        NEXTAUTH_SECRET: sessionSecret,
      },
    });
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    const contexts: BrowserContext[] = [];
    const sql = async <Row>(query: string, values: readonly unknown[] = []) =>
      (await pool.query(query, [...values])).rows as Row[];
    await provide({
      url: app.url,
      storage,
      sql,
      mails: (count) => mailbox.received(count),
      device: async (options) => {
        const context = await browser.newContext({ baseURL: app.url, locale: "fr-FR", ...options });
        contexts.push(context);
        databases.set(context, sql);
        return context;
      },
    });
    for (const context of contexts) await context.close();
    await pool.end();
    await app.stop();
    await mailbox.stop();
    await dropDatabase(name);
    await rm(storage, { recursive: true, force: true });
  },
  baseURL: async ({ portal }, provide) => provide(portal.url),
  context: async ({ context, portal }, provide) => {
    databases.set(context, portal.sql);
    await provide(context);
  },
});

const password = "preau-demo-2026";

export const people = {
  madelaine: "madelainedupont@exemple.fr",
  thomas: "thomas.dupont@exemple.fr",
  toto: "toto.test@exemple.fr",
  claire: "claire.garnier@exemple.fr",
  julien: "julien.lambert@exemple.fr",
  agent: "agent@clairval.example",
  desk: "guichet@clairval.example",
  tariffs: "tarifs@clairval.example",
  animator: "animateur@clairval.example",
  administrator: "admin@clairval.example",
} as const;

/** Signed in, as after the form: a session of the database, its name in the cookie, and one's first page. */
export async function signIn(page: Page, who: keyof typeof people): Promise<void> {
  const sessionId = await openSession(page.context(), people[who]);
  const value = await encode({ token: { sid: sessionId }, secret: sessionSecret });
  const cookie = { name: "preau-session", value, domain: "localhost", path: "/" };
  await page.context().addCookies([{ ...cookie, httpOnly: true, sameSite: "Lax" }]);
  await page.goto("/");
}

/** For the tests that are about signing in; it costs two pages and the check of a password. */
export async function signInByForm(page: Page, who: keyof typeof people): Promise<void> {
  await page.goto("/connexion");
  await page.getByLabel("Identifiant").fill(people[who]);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
}

async function openSession(context: BrowserContext, email: string): Promise<string> {
  const sql = databases.get(context);
  if (!sql) throw new Error("Not a browser of this portal: take it from device()");
  const [account] = await sql<{ id: string; role: AccountRole }>(
    `SELECT "id", "role"::text AS "role" FROM "Account" WHERE "email" = $1`,
    [email],
  );
  if (!account) throw new Error(`No account of ${email}`);
  const { idleSeconds, longestSeconds } = sessionLimits(account.role, false);
  const [session] = await sql<{ id: string }>(
    `INSERT INTO "Session" ("id", "accountId", "createdAt", "lastSeenAt", "expiresAt", "endsAt", "idleSeconds")
     SELECT gen_random_uuid(), $1, now(), now(), now() + make_interval(secs => $2),
            now() + make_interval(secs => $3), $2
     RETURNING "id"`,
    [account.id, idleSeconds, longestSeconds],
  );
  if (!session) throw new Error(`No session for ${email}`);
  return session.id;
}

async function cloneSeeded(name: string, now: string): Promise<string> {
  const template = templates[now];
  if (!template) throw new Error(`No seeded town for ${now}`);
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return address(name);
}

/** The files that the seeded town holds, for this test alone. */
async function copySeededFiles(now: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "preau-files-"));
  const seeded = path.join(".data", "seeded-files", templates[now] ?? "");
  await cp(seeded, folder, { recursive: true });
  return folder;
}

const dropDatabase = (name: string) => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address("postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function address(database: string): string {
  const url = new URL(process.env["TEST_SERVER_URL"] ?? "");
  url.pathname = `/${database}`;
  return url.href;
}
