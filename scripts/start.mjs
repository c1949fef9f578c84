// npm run start: serves what `npm run build` made, in the environment that the host gives.
import { commandFile } from "./support/paths.mjs";
import { ended, startNode } from "./support/processes.mjs";
import { command } from "./support/command.mjs";

await command(() => {
  const port = process.env["PORT"] ?? "3000";
  return ended(startNode([commandFile("next"), "start", "-p", port]));
});
