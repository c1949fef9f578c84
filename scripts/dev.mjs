// npm run dev: the portal in development, on the demo's database (or DATABASE_URL).
import { preparePortal } from "./support/demo-database.mjs";
import { endOrphans } from "./support/orphans.mjs";
import { commandFile } from "./support/paths.mjs";
import { portOr } from "./support/ports.mjs";
import { ended, startNode } from "./support/processes.mjs";
import { command } from "./support/command.mjs";

await command(async () => {
  await endOrphans("demo");
  const port = await portOr(Number(process.env["PORT"] ?? 3000));
  const env = await preparePortal(port);
  return ended(
    startNode([commandFile("next"), "dev", "-p", String(port)], {
      env: { ...env, APP_DEV: env.APP_MODE === "production" ? "" : "1" },
    }),
  );
});
