import { defineConfig } from "@playwright/test";

const browser = process.env["CHROMIUM"];
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

// Started by `npm test`, which gives the portal's address, its database and a browser.
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".data/results/playwright",
  workers: 1,
  forbidOnly: true,
  use: {
    baseURL: process.env["PUBLIC_URL"] ?? "",
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    trace: "retain-on-failure",
    launchOptions: {
      ...(browser && { executablePath: browser }),
      args: [...sandbox, "--disable-gpu", "--disable-background-networking", "--disable-sync"],
    },
  },
});
