// npm run check: everything that must hold before a change goes in. Stops at the first failure.
import { ensureInstalled } from "./support/install.mjs";
import { at, commandFile } from "./support/paths.mjs";
import { ensureClient } from "./support/prisma.mjs";
import { ended, startNode } from "./support/processes.mjs";
import { command } from "./support/command.mjs";

/**
 * What is at work at once, one after another in each lane: a lint takes one core and as long as the rest together.
 * Read only once packages are installed: a fresh clone has no tool to name yet.
 */
function stages() {
  const prettier = ["format", [commandFile("prettier"), "--check", "--log-level=warn", "."]];
  const eslint = ["lint", [commandFile("eslint"), "--max-warnings=0", "."]];
  const typescript = ["types", [commandFile("typescript", "tsc"), "--noEmit"]];
  const knip = ["dead code", [commandFile("knip")]];
  return [
    [[["routes", [commandFile("next"), "typegen"]]]],
    [[eslint], [prettier, typescript, knip]],
    [[["tests", [at("scripts", "test.mjs")]]]],
    // One round of each measure: a bench that is run once a month is broken for a month.
    [[["bench", [at("scripts", "bench.mjs"), "--short"]]]],
  ];
}

await command(async () => {
  await ensureInstalled();
  await ensureClient();
  const timings = [];
  for (const lanes of stages()) {
    const run = lanes.length === 1 ? shown : toldAtItsEnd;
    const failures = await Promise.all(lanes.map((lane) => failureIn(lane, run, timings)));
    const failed = failures.filter((name) => name !== null);
    if (failed.length === 0) continue;
    console.log(`\n✖ ${failed.join(" and ")} failed (${timings.join(", ")})`);
    return 1;
  }
  console.log(`\n✔ ${timings.join(", ")}`);
});

/** The first step of a lane that fails, null where all went well. */
async function failureIn(lane, run, timings) {
  for (const [name, tool] of lane) {
    const startedAt = Date.now();
    const code = await run(name, tool);
    timings.push(`${name} ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
    if (code !== 0) return name;
  }
  return null;
}

function shown(name, tool) {
  console.log(`\n=== ${name} ===`);
  // `next build` need not look at types that "types" has just looked at.
  return ended(startNode(tool, { env: { ...process.env, TYPES_ARE_CHECKED: "1" } }));
}

/** What two lanes say is not mixed. */
async function toldAtItsEnd(name, tool) {
  const child = startNode(tool, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const output of [child.stdout, child.stderr]) output.on("data", (text) => (said += text));
  const code = await ended(child);
  console.log(`\n=== ${name} ===\n${said.trimEnd()}`);
  return code;
}
