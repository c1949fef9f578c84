// npm run start: serves what `npm run build` made, in the environment that the host gives, and starts the
// server again where it died.
import { commandFile } from "./support/paths.mjs";
import { startNode } from "./support/processes.mjs";
import { command } from "./support/command.mjs";
import { supervise } from "./support/supervise.mjs";

await command(() => {
  const port = process.env["PORT"] ?? "3000";
  return supervise(() => startNode([commandFile("next"), "start", "-p", port]), {
    steadyMs: 10_000,
    firstWaitMs: 500,
    longestWaitMs: 30_000,
  });
});
