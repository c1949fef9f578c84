// npm run build: what a host runs. Needs no database.
import { build } from "./support/build.mjs";
import { ensureInstalled } from "./support/install.mjs";
import { ensureClient } from "./support/prisma.mjs";
import { command } from "./support/command.mjs";

await command(async () => {
  await ensureInstalled();
  await ensureClient();
  await build();
});
