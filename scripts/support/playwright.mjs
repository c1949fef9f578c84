import { existsSync, readdirSync, rmSync } from "node:fs";
import { startApp } from "./app.mjs";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { clone, ensureSeededTemplate, seededTemplate } from "./databases.mjs";
import { startMailbox } from "./mailbox.mjs";
import { at, commandFile } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { ended, startNode } from "./processes.mjs";
import { readResults, resultsFile } from "./results.mjs";
import { say } from "./say.mjs";

const manualsDay = "2025-07-15T10:09";
const isTest = (name) => /\.(test|spec)\.ts$/.test(name);

/**
 * Runs the browser tests against a built portal on a seeded database of its own, with a local
 * server standing for Resend. The tests read PUBLIC_URL, E2E_DATABASE_URL, E2E_MAILBOX_URL, and
 * E2E_SERVER_URL where they need more databases.
 */
export async function runPlaywright(args, server) {
  if (!hasTests()) {
    say("No browser tests");
    return { passed: 0, failed: 0 };
  }
  const browser = await ensureBrowser();
  await ensureSeededTemplate(server);
  const databaseUrl = await clone(server, "preau_e2e", seededTemplate);
  await ensureBuilt();
  const mailbox = await startMailbox();
  const port = await freePort();
  const mail = { RESEND_API_KEY: "re_tests", RESEND_BASE_URL: mailbox.url };
  const app = await startApp({ databaseUrl, port, env: { ...mail, APP_NOW: manualsDay } });
  try {
    return await play(args, {
      ...(browser && { CHROMIUM: browser }),
      PUBLIC_URL: app.url,
      E2E_DATABASE_URL: databaseUrl,
      E2E_SERVER_URL: server.url("postgres"),
      E2E_MAILBOX_URL: mailbox.url,
    });
  } finally {
    await app.stop();
    await mailbox.stop();
  }
}

function hasTests() {
  return existsSync(at("tests", "e2e")) && readdirSync(at("tests", "e2e")).some(isTest);
}

async function play(args, own) {
  const file = resultsFile("playwright");
  rmSync(file, { force: true });
  const env = { ...process.env, ...own, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const tool = [commandFile("@playwright/test", "playwright"), "test", "--reporter=list,json"];
  const code = await ended(startNode([...tool, ...args], { env }));
  const { stats = { expected: 0, unexpected: 0, flaky: 0 }, errors = [] } = readResults(file);
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: code === 0 ? failed : Math.max(failed, 1) };
}
