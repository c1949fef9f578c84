import "server-only";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { timeoutSetters } from "@/lib/database-timeouts";
import { parseDataKeys } from "@/lib/data-keys";
import { parseMoment } from "@/lib/domain/day";

const PROXIES =
  "must be how many front servers of yours stand before the portal (0 where it is reached directly)";

/** Everything that a deployment sets. Messages are read by whoever installs the portal. */
const schema = z.object({
  APP_MODE: z
    .enum(["demo", "test", "production"], { error: "must be demo, test or production" })
    .default("production"),
  APP_NOW: z
    .string()
    .refine((text) => parseMoment(text) !== null, {
      error: "must be a Paris wall time such as 2026-11-22T10:00",
    })
    .optional(),
  /** Set by `npm run dev`: React's development build evaluates code, which the policy forbids else. */
  APP_DEV: z.literal("1", { error: "is set by npm run dev" }).optional(),
  DATABASE_URL: z
    .string({ error: "must be the address of a PostgreSQL database (postgresql://…)" })
    .regex(/^postgres(ql)?:\/\//, {
      error: "must be the address of a PostgreSQL database (postgresql://…)",
    }),
  DATABASE_TIMEOUTS: z
    .enum(timeoutSetters, { error: "must be connection or role" })
    .default("connection"),
  NEXTAUTH_SECRET: z
    .string({ error: "must be a random text of 32 characters at least" })
    .min(32, { error: "must be a random text of 32 characters at least" }),
  PUBLIC_URL: z
    .string({ error: "must be the portal's public address (https://…)" })
    .refine(isOrigin, { error: "must be the portal's public address, without a path" })
    .transform((text) => new URL(text).origin),
  RESEND_API_KEY: z.string().min(1).optional(),
  RESEND_BASE_URL: z.url({ error: "must be an address" }).optional(),
  /** A server of the town instead of Resend: smtps://user:password@host:465, or smtp://…:587. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must be smtp://user:password@host:port, or smtps://…" })
    .optional(),
  MAIL_FROM: z
    .string({ error: "must be the sender of the e-mails: Name <address>" })
    .regex(/@/, { error: "must be the sender of the e-mails: Name <address>" }),
  /** Front servers of ours before the portal: so many hops of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: z
    .string({ error: PROXIES })
    .regex(/^[0-9]$/, { error: PROXIES })
    .transform(Number),
  CRON_SECRET: z.string().min(16, { error: "must have 16 characters at least" }).optional(),
  /** What seals files and health data (lib/seal.ts): the first key seals, all of them open. */
  DATA_KEYS: z
    .string({ error: "must be <id>:<32 random bytes in base64>, then older ones after commas" })
    .refine((text) => parseDataKeys(text) !== null, {
      error: "must be <id>:<32 random bytes in base64>, then older ones after commas",
    }),
  /** Where families' files are kept: a folder, or a bucket of an S3-compatible service. */
  STORAGE_FOLDER: z.string().min(1).optional(),
  /** What reads the files that families send: a process each, or a thread where the host starts none. */
  FILE_READER: z
    .enum(["process", "thread"], { error: "must be process or thread" })
    .default("process"),
  S3_ENDPOINT: z.url({ error: "must be the object service's address (https://…)" }).optional(),
  S3_REGION: z.string().min(1).optional(),
  S3_BUCKET: z.string().min(1).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
});

const S3_NAMES = [
  "S3_ENDPOINT",
  "S3_REGION",
  "S3_BUCKET",
  "S3_ACCESS_KEY_ID",
  "S3_SECRET_ACCESS_KEY",
] as const;

export type Env = z.output<typeof schema>;

/** Values that the demo and the tests may leave out; production must say them. */
const LOCAL_DEFAULTS = {
  PUBLIC_URL: "http://localhost:3000",
  MAIL_FROM: "Préau <ne-pas-repondre@clairval.example>",
  // Known to everybody who reads this file: no real family is behind it.
  DATA_KEYS: `demo:${Buffer.alloc(32, "Préau").toString("base64")}`,
  STORAGE_FOLDER: "./var/storage",
  TRUSTED_PROXIES: "0",
};
const TEST_DEFAULTS = {
  ...LOCAL_DEFAULTS,
  NEXTAUTH_SECRET: "only-for-tests-only-for-tests-only",
  STORAGE_FOLDER: path.join(tmpdir(), "preau-test-storage"),
};

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "";
}

/** What differs in production: real e-mails, a real clock. */
function productionProblems(given: Readonly<Record<string, unknown>>): string[] {
  const problems: string[] = [];
  for (const name of ["APP_NOW", "APP_DEV"]) {
    if (given[name]) problems.push(`${name} exists in demo and test only`);
  }
  if (given["DATABASE_TIMEOUTS"] === "none")
    problems.push("DATABASE_TIMEOUTS must be connection or role in production");
  if (!given["CRON_SECRET"]) problems.push("CRON_SECRET is required in production");
  if (!given["RESEND_API_KEY"] && !given["SMTP_URL"])
    problems.push("RESEND_API_KEY is required in production, or SMTP_URL");
  if (!given["STORAGE_FOLDER"] && !S3_NAMES.some((name) => given[name]))
    problems.push("STORAGE_FOLDER is required in production, or all of S3_…");
  return problems;
}

/** E-mails have one way out. */
function mailProblems(given: Readonly<Record<string, unknown>>): string[] {
  return given["RESEND_API_KEY"] && given["SMTP_URL"]
    ? ["SMTP_URL stands beside RESEND_API_KEY: keep one of the two"]
    : [];
}

/** A bucket needs all of its settings. */
function bucketProblems(given: Readonly<Record<string, unknown>>): string[] {
  const missing = S3_NAMES.filter((name) => !given[name]);
  if (missing.length === S3_NAMES.length) return [];
  return missing.map((name) => `${name} is missing: a bucket needs all of ${S3_NAMES.join(", ")}`);
}

/** Thrown at start: names every variable that is missing or wrong, never its value. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/** Checks a set of variables; an empty one counts as missing. Throws a ConfigurationError. */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value));
  const mode = given["APP_MODE"];
  const defaults = mode === "test" ? TEST_DEFAULTS : mode === "demo" ? LOCAL_DEFAULTS : {};
  const parsed = schema.safeParse({ ...defaults, ...given });
  const problems = (parsed.error?.issues ?? []).map((i) => `${i.path.join(".")} ${i.message}`);
  if (mode === undefined || mode === "production") problems.push(...productionProblems(given));
  problems.push(...bucketProblems(given), ...mailProblems(given));
  if (parsed.success && problems.length === 0) return parsed.data;
  const lines = [...new Set(problems)].map((problem) => `- ${problem}`);
  throw new ConfigurationError(`The configuration is wrong:\n${lines.join("\n")}`);
}

let checked: Env | undefined;

/** Reads and checks the environment, once. */
function readEnv(): Env {
  if (checked) return checked;
  checked = parseEnv(process.env);
  // next-auth reads its own address from this variable and nowhere else.
  process.env["NEXTAUTH_URL"] = checked.PUBLIC_URL;
  return checked;
}

/** The checked environment. Read lazily, because `next build` imports every page without one. */
export const env: Env = new Proxy({} as Env, {
  get: (_target, name) => readEnv()[name as keyof Env],
});

/** Ends the process where the configuration is wrong: Next alone would go on and answer errors. */
export function stopUnlessConfigured(): void {
  try {
    readEnv();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** True while `next build` imports the pages: no database is needed then. */
export const isBuilding = process.env["NEXT_PHASE"] === "phase-production-build";
