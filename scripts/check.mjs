// npm run check: everything that must hold before a change goes in. Stops at the first failure.
import { ensureInstalled } from "./support/install.mjs";
import { at, commandFile } from "./support/paths.mjs";
import { ensureClient } from "./support/prisma.mjs";
import { ended, startNode } from "./support/processes.mjs";
import { command } from "./support/command.mjs";

const steps = () => [
  ["format", [commandFile("prettier"), "--check", "--log-level=warn", "."]],
  ["routes", [commandFile("next"), "typegen"]],
  ["lint", [commandFile("eslint"), "--max-warnings=0", "."]],
  ["types", [commandFile("typescript", "tsc"), "--noEmit"]],
  ["dead code", [commandFile("knip")]],
  ["tests", [at("scripts", "test.mjs")]],
  // One round of each measure: a bench that is run once a month is broken for a month.
  ["bench", [at("scripts", "bench.mjs"), "--short"]],
];

await command(async () => {
  await ensureInstalled();
  await ensureClient();
  const timings = [];
  for (const [name, tool] of steps()) {
    console.log(`\n=== ${name} ===`);
    const startedAt = Date.now();
    const code = await ended(startNode(tool));
    timings.push(`${name} ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
    if (code === 0) continue;
    console.log(`\n✖ ${name} failed (${timings.join(", ")})`);
    return 1;
  }
  console.log(`\n✔ ${timings.join(", ")}`);
});
