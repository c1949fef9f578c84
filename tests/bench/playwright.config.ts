import { defineConfig } from "@playwright/test";
import tests from "../../playwright.config";

// The browser's figures: `npm run bench`.
export default defineConfig(tests, {
  testDir: ".",
  testMatch: "*.bench.ts",
  outputDir: "../../.data/results/bench",
  timeout: 300_000,
  // Figures: one at a time.
  workers: 1,
});
