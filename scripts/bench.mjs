// npm run bench: prints the measures of tests/bench. Nothing here passes or fails.
import { command } from "./support/command.mjs";
import { ensureInstalled } from "./support/install.mjs";
import { ensureClient } from "./support/prisma.mjs";

await command(async () => {
  delete process.env["DATABASE_URL"];
  await ensureInstalled();
  await ensureClient();
  // Imported late: before the installation there is no PostgreSQL client to import.
  const { submission } = await import("./support/bench.mjs");
  return submission();
});
