import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { at } from "./paths.mjs";

const file = at(".env.local");
const line = /^(\w+)=(.*)$/;

/** What lib/env.ts asks for and nobody should have to invent: kept in the git-ignored .env.local. */
function secrets() {
  const kept = existsSync(file) ? readFileSync(file, "utf8") : "";
  const found = Object.fromEntries(kept.split("\n").flatMap(pair));
  const missing = ["NEXTAUTH_SECRET", "CRON_SECRET"].filter((name) => !found[name]);
  if (missing.length > 0) {
    for (const name of missing) found[name] = randomBytes(32).toString("base64url");
    const added = missing.map((name) => `${name}=${found[name]}\n`).join("");
    const before = kept === "" || kept.endsWith("\n") ? kept : `${kept}\n`;
    writeFileSync(file, before + added, { mode: 0o600 });
  }
  return { NEXTAUTH_SECRET: found.NEXTAUTH_SECRET, CRON_SECRET: found.CRON_SECRET };
}

function pair(text) {
  const match = line.exec(text.trim());
  return match ? [[match[1], match[2]]] : [];
}

/** The environment of a portal that our scripts start: the caller's, completed. */
export function appEnvironment({ mode, databaseUrl, port, env = {} }) {
  const publicUrl = env.PUBLIC_URL ?? process.env["PUBLIC_URL"] ?? `http://localhost:${port}`;
  return {
    ...secrets(),
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    APP_MODE: mode,
    DATABASE_URL: databaseUrl,
    ...env,
    PUBLIC_URL: publicUrl,
    NEXTAUTH_URL: publicUrl,
  };
}

const bucketSettings = ["ENDPOINT", "REGION", "BUCKET", "ACCESS_KEY_ID", "SECRET_ACCESS_KEY"].map(
  (name) => `S3_${name}`,
);

/** The same for a portal under test: nothing of the developer's own deployment gets in. */
export function testEnvironment({ databaseUrl, port, env = {} }) {
  const own = {
    PUBLIC_URL: `http://localhost:${port}`,
    MAIL_FROM: "Clairval <ne-pas-repondre@clairval.example>",
    APP_NOW: "",
    DATABASE_TIMEOUTS: "",
    RESEND_API_KEY: "",
    RESEND_BASE_URL: "",
    SMTP_URL: "",
    DATA_KEYS: "",
    TRUSTED_PROXIES: "",
    STORAGE_FOLDER: "",
    ...Object.fromEntries(bucketSettings.map((name) => [name, ""])),
  };
  return appEnvironment({ mode: "test", databaseUrl, port, env: { ...own, ...env } });
}
