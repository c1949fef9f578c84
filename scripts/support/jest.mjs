import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { at, commandFile } from "./paths.mjs";
import { ended, startNode } from "./processes.mjs";
import { readResults, resultsFile } from "./results.mjs";
import { say } from "./say.mjs";

/** Runs Jest's projects on a test server; returns how many tests passed and failed. */
export async function runJest(projects, args, server) {
  const file = resultsFile("jest");
  rmSync(file, { force: true });
  mkdirSync(at(".data", "results"), { recursive: true });
  const env = { ...process.env, TEST_SERVER_URL: server.url("postgres") };
  const options = ["--passWithNoTests", "--json", `--outputFile=${file}`];
  const jest = [commandFile("jest"), "--selectProjects", ...projects, "--", ...args];
  jest.splice(1, 0, ...options);
  const code = await ended(startNode(jest, { env, stdio: ["inherit", "ignore", "inherit"] }));
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numRuntimeErrorTestSuites = 0,
    testResults = [],
  } = readResults(file);
  sayWhereTimeGoes(testResults);
  // A file that does not even load has no test to fail: it counts as one.
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
}

/** The files that a shorter gate begins with. */
function sayWhereTimeGoes(files) {
  const seconds = ({ startTime, endTime }) => (endTime - startTime) / 1000;
  const slowest = files.toSorted((a, b) => seconds(b) - seconds(a)).slice(0, 12);
  const all = files.reduce((sum, file) => sum + seconds(file), 0);
  say(`Jest: ${files.length} files, ${all.toFixed(0)} s of work; the slowest:`);
  for (const file of slowest)
    say(`${seconds(file).toFixed(1).padStart(6)} s ${path.relative(at("."), file.name)}`);
}
