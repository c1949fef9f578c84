import {
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type Page,
} from "@playwright/test";
import { encode } from "next-auth/jwt";
import pg from "pg";
import type { AccountRole } from "@/lib/domain/access";
import { sessionLimits } from "@/lib/domain/session-limits";
import type { ReceivedEmail } from "@/scripts/support/mailbox.mjs";
import { manualsDay, Servers, sessionSecret, type TownKind } from "./servers";

/** A portal as a test finds it: its clock, and a town in which nobody has done anything yet. */
export interface Portal {
  readonly url: string;
  readonly databaseUrl: string;
  /** The folder of families' files. */
  readonly storage: string;
  /** Rows of the portal's database, as PostgreSQL says them. */
  sql<Row>(query: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The e-mails that Resend's client posted, oldest first. Waits until there are `count`. */
  mails(count: number): Promise<ReceivedEmail[]>;
  /** From now on what this browser's console calls an error fails the test. */
  listen(context: BrowserContext): void;
  /** Another device: its own cookies and storage. */
  device(options?: Parameters<Browser["newContext"]>[0]): Promise<BrowserContext>;
}

/** Whose database a browser's pages speak to: who signs in there has a row in it. */
const databases = new WeakMap<BrowserContext, Portal["sql"]>();

interface Fixtures {
  now: string;
  town: TownKind;
  /** What a test makes the server or a page complain of, on purpose. Anything else fails it. */
  complaints: readonly RegExp[];
  portal: Portal;
}

export const test = base.extend<Fixtures, { servers: Servers }>({
  now: [manualsDay, { option: true }],
  town: ["seeded", { option: true }],
  complaints: [[], { option: true }],
  servers: [
    async ({ browser: _browser }, provide, info) => {
      const servers = new Servers(info.workerIndex);
      await provide(servers);
      await servers.stop();
    },
    { scope: "worker" },
  ],
  portal: async ({ now, town, complaints, browser, servers }, provide) => {
    const server = await servers.fresh(now, town);
    const { app, databaseUrl, storage, mailbox } = server;
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    const contexts: BrowserContext[] = [];
    const sql = async <Row>(query: string, values: readonly unknown[] = []) =>
      (await pool.query(query, [...values])).rows as Row[];
    await provide({
      url: app.url,
      databaseUrl,
      storage,
      sql,
      mails: (count) => mailbox.received(count),
      device: async (options) => {
        const context = await browser.newContext({ baseURL: app.url, locale: "fr-FR", ...options });
        contexts.push(context);
        databases.set(context, sql);
        listenTo(context, server.complaints);
        return context;
      },
      listen: (context) => listenTo(context, server.complaints),
    });
    for (const context of contexts) await context.close();
    await pool.end();
    const unexpected = server.complaints.filter((said) => !complaints.some((c) => c.test(said)));
    expect(unexpected, "Said by the server or by a page's console").toEqual([]);
  },
  baseURL: async ({ portal }, provide) => provide(portal.url),
  context: async ({ context, portal }, provide) => {
    databases.set(context, portal.sql);
    portal.listen(context);
    await provide(context);
  },
});

/** Notes what a page's console calls an error; an answer that is no page (404, 503, offline) is not one. */
function listenTo(context: BrowserContext, complaints: string[]): void {
  context.on("console", (message) => {
    const said = message.text();
    if (message.type() === "error" && !said.startsWith("Failed to load resource"))
      complaints.push(`${message.page()?.url() ?? ""}: ${said}`);
  });
  context.on("weberror", (thrown) => complaints.push(String(thrown.error())));
}

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
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
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
