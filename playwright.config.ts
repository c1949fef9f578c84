import { defineConfig } from "@playwright/test";

const browser = process.env["CHROMIUM"];
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

// Started by `npm test`, which gives the server of the databases and a browser.
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".data/results/playwright",
  // Each test has its own portal and database: two run side by side on the two cores of a small machine.
  workers: 2,
  fullyParallel: true,
  // Generous: a machine of two cores with fourteen at work is seven times slower, and every wait is for a state.
  timeout: 240_000,
  expect: { timeout: 40_000 },
  forbidOnly: true,
  use: {
    actionTimeout: 40_000,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    trace: "retain-on-failure",
    launchOptions: {
      ...(browser && { executablePath: browser }),
      args: [...sandbox, "--disable-gpu", "--disable-background-networking", "--disable-sync"],
    },
  },
});
