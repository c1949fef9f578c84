import { ConfigurationError, parseEnv } from "@/lib/env";

const production = {
  APP_MODE: "production",
  DATABASE_URL: "postgresql://portal@db.example/portal",
  NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef",
  PUBLIC_URL: "https://famille.clairval.example",
  RESEND_API_KEY: "re_123",
  MAIL_FROM: "Clairval <ne-pas-repondre@clairval.example>",
  CRON_SECRET: "0123456789abcdef",
  TRUSTED_PROXIES: "1",
  DATA_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
  STORAGE_FOLDER: "/var/lib/preau",
};

/** What is read where it is not as it was written, or left out. */
const read = { TRUSTED_PROXIES: 1, DATABASE_TIMEOUTS: "connection", FILE_READER: "process" };

test("takes what a deployment needs, and is in production unless told otherwise", () => {
  expect(parseEnv(production)).toEqual({ ...production, ...read });
  expect(parseEnv({ ...production, APP_MODE: "" }).APP_MODE).toBe("production");
  expect(parseEnv({ ...production, PUBLIC_URL: "https://famille.example/" }).PUBLIC_URL).toBe(
    "https://famille.example",
  );
});

test.each([
  ...Object.keys(production)
    .filter((name) => name !== "APP_MODE")
    .map((name) => [name, ""]),
  ["APP_MODE", "staging"],
  ["APP_NOW", "2025-07-15T10:09"],
  ["DATABASE_URL", "mysql://db"],
  ["DATABASE_TIMEOUTS", "none"],
  ["DATABASE_TIMEOUTS", "seldom"],
  ["NEXTAUTH_SECRET", "short"],
  ["PUBLIC_URL", "famille.clairval.example"],
  ["PUBLIC_URL", "https://clairval.example/famille"],
  ["RESEND_BASE_URL", "nowhere"],
  ["MAIL_FROM", "Clairval"],
  ["CRON_SECRET", "short"],
  ["TRUSTED_PROXIES", "-1"],
  ["TRUSTED_PROXIES", "yes"],
  ["DATA_KEYS", "k1:c2hvcnQ="],
  ["S3_ENDPOINT", "nowhere"],
  ["FILE_READER", "server"],
])("in production, %s = %j stops with its name and without its value", (name, value) => {
  const wrong = () => parseEnv({ ...production, [name]: value });
  expect(wrong).toThrow(ConfigurationError);
  expect(wrong).toThrow(new RegExp(`^- ${name} `, "m"));
  if (value) expect(wrong).not.toThrow(value);
});

test("a bucket takes the place of the folder, with all of its settings", () => {
  const { STORAGE_FOLDER: _, ...rest } = production;
  const bucket = {
    S3_ENDPOINT: "https://s3.example",
    S3_REGION: "fr-par",
    S3_BUCKET: "files",
    S3_ACCESS_KEY_ID: "id",
    S3_SECRET_ACCESS_KEY: "hidden",
  };
  expect(parseEnv({ ...rest, ...bucket })).toEqual({ ...rest, ...bucket, ...read });
  for (const name of Object.keys(bucket)) {
    const wrong = () => parseEnv({ ...rest, ...bucket, [name]: "" });
    expect(wrong).toThrow(new RegExp(`^- ${name} `, "m"));
    expect(wrong).not.toThrow("hidden");
  }
});

test("the demo and the tests need less, and may fix the clock", () => {
  const { DATABASE_URL, NEXTAUTH_SECRET } = production;
  const demo = { APP_MODE: "demo", DATABASE_URL, NEXTAUTH_SECRET, APP_NOW: "2025-07-15T10:09" };
  expect(parseEnv(demo)).toMatchObject({ APP_NOW: "2025-07-15T10:09" });
  expect(() => parseEnv({ ...demo, APP_NOW: "2025-02-30T10:09" })).toThrow(/APP_NOW/);
  expect(() => parseEnv({ APP_MODE: "demo", DATABASE_URL })).toThrow(/NEXTAUTH_SECRET/);
});

test("e-mails have one way out: Resend, or a server of the town", () => {
  const { RESEND_API_KEY: _resend, ...rest } = production;
  const SMTP_URL = "smtps://portail:p%40ss@smtp.ville.example:465";
  expect(parseEnv({ ...rest, SMTP_URL })).toMatchObject({ SMTP_URL });
  expect(() => parseEnv(rest)).toThrow(/RESEND_API_KEY is required in production, or SMTP_URL/);
  expect(() => parseEnv({ ...production, SMTP_URL })).toThrow(/SMTP_URL stands beside/);
  expect(() => parseEnv({ ...rest, SMTP_URL: "https://smtp.ville.example" })).toThrow(
    /- SMTP_URL /,
  );
});

test("says everything that is missing at once", () => {
  const names = ["DATABASE_URL", "NEXTAUTH_SECRET", "PUBLIC_URL", "RESEND_API_KEY", "CRON_SECRET"];
  for (const name of names) expect(() => parseEnv({})).toThrow(new RegExp(`^- ${name} `, "m"));
});
