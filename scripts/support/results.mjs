import { existsSync, readFileSync } from "node:fs";
import { at } from "./paths.mjs";

/** Where a test runner leaves its results as JSON. */
export const resultsFile = (runner) => at(".data", "results", `${runner}.json`);

/** What a runner left; nothing where it died before. */
export const readResults = (file) =>
  existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
