import { existsSync, readdirSync, rmSync } from "node:fs";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { ensureSeededTemplates } from "./databases.mjs";
import { at, commandFile } from "./paths.mjs";
import { ended, startNode } from "./processes.mjs";
import { readResults, resultsFile } from "./results.mjs";
import { say } from "./say.mjs";

const isTest = (name) => /\.(test|spec)\.ts$/.test(name);

/**
 * Runs the browser tests on a built portal. Each worker starts one for each clock (tests/e2e/servers.ts); each test
 * finds there a new copy of a seeded database, with a local server standing for Resend. They read
 * TEST_SERVER_URL.
 */
export async function runPlaywright(args, server) {
  if (!hasTests()) {
    say("No browser tests");
    return { passed: 0, failed: 0 };
  }
  const browser = await ensureBrowser();
  await ensureSeededTemplates(server);
  await ensureBuilt();
  return play(args, {
    ...(browser && { CHROMIUM: browser }),
    TEST_SERVER_URL: server.url("postgres"),
  });
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
