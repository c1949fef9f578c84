import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { clone, emptyTemplate, ensureEmptyTemplate, ensureSeededTemplates } from "./databases.mjs";
import { startOwnPostgres, throwAwaySettings } from "./embedded-postgres.mjs";
import { testEnvironment } from "./environment.mjs";
import { at, commandFile } from "./paths.mjs";
import { runNode } from "./processes.mjs";

/** The validation of a family-year, on a PostgreSQL that syncs to disk as in production. */
export async function submission() {
  const server = await startOwnPostgres("bench");
  await ensureEmptyTemplate(server);
  const databaseUrl = await clone(server, "preau_bench", emptyTemplate);
  const loaders = ["--import=tsx", `--import=${at("scripts/support/server-only.mjs")}`];
  await runNode([...loaders, at("tests/bench/submission.ts")], {
    env: testEnvironment({ databaseUrl, port: 3000 }),
  });
}

/** What a parent's browser pays: JavaScript of each page, time to apply a periodicity. */
export async function browser() {
  const program = await ensureBrowser();
  const server = await startOwnPostgres("test", throwAwaySettings);
  await ensureEmptyTemplate(server);
  await ensureSeededTemplates(server);
  await ensureBuilt();
  const tool = [commandFile("@playwright/test", "playwright"), "test", "--reporter=line"];
  await runNode([...tool, "--config=tests/bench/playwright.config.ts"], {
    env: {
      ...process.env,
      ...(program && { CHROMIUM: program }),
      TEST_SERVER_URL: server.url("postgres"),
    },
  });
}
