// npm run demo: the whole portal on this machine, with a demo town. -- --reset starts it over.
import { serve } from "./support/app.mjs";
import { ensureBuilt } from "./support/build.mjs";
import { preparePortal } from "./support/demo-database.mjs";
import { dropEmbeddedPostgres } from "./support/embedded-postgres.mjs";
import { endOrphans, remember } from "./support/orphans.mjs";
import { portOr } from "./support/ports.mjs";
import { ended } from "./support/processes.mjs";
import { command } from "./support/command.mjs";
import { say } from "./support/say.mjs";

await command(async () => {
  if (process.argv.includes("--reset")) await dropEmbeddedPostgres("demo");
  await endOrphans("demo"); // Before the port is chosen: an orphan may hold it.
  const wanted = Number(process.env["PORT"] ?? 3000);
  const port = await portOr(wanted);
  if (port !== wanted) say(`Port ${wanted} is taken; using ${port}`);
  const env = await preparePortal(port);
  await ensureBuilt();
  const app = await serve({ port, env, onStart: (child) => remember("demo", child.pid) });
  say(`The portal is open: ${env.PUBLIC_URL}`);
  say("Ctrl-C stops everything.");
  return ended(app.child);
});
