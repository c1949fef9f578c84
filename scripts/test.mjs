// npm test: every test, on a PostgreSQL of its own.
// npm test -- --only=domain|architecture|services|e2e [what Jest or Playwright understands]
import { ensureInstalled } from "./support/install.mjs";
import { ensureClient } from "./support/prisma.mjs";
import { command } from "./support/command.mjs";
import { say, Stop } from "./support/say.mjs";

const parts = {
  domain: ["domain"],
  architecture: ["architecture"],
  services: ["services"],
  e2e: [],
};

await command(async () => {
  const [first, ...rest] = process.argv.slice(2);
  const only = /^--only=(.*)$/.exec(first ?? "")?.[1];
  if (only !== undefined && !(only in parts)) {
    throw new Stop(`--only is one of ${Object.keys(parts).join(", ")}.`);
  }
  const args = only === undefined ? process.argv.slice(2) : rest;
  // Never a database that is not a test's.
  delete process.env["DATABASE_URL"];
  await ensureInstalled();
  await ensureClient();
  const { passed, failed } = await runParts(only, args);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/** Imported late: before the installation there is no PostgreSQL client to import. */
async function runParts(only, args) {
  const { ensureEmptyTemplate, testServer } = await import("./support/databases.mjs");
  const { runJest } = await import("./support/jest.mjs");
  const { runPlaywright } = await import("./support/playwright.mjs");
  say("Preparing the test database");
  const server = await testServer();
  await ensureEmptyTemplate(server);
  const total = { passed: 0, failed: 0 };
  const count = ({ passed, failed }) => {
    total.passed += passed;
    total.failed += failed;
  };
  const projects = only ? parts[only] : Object.values(parts).flat();
  if (projects.length > 0) count(await runJest(projects, args, server));
  if (only === undefined || only === "e2e") count(await runPlaywright(args, server));
  return total;
}
