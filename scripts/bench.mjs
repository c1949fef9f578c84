// npm run bench [-- submission|browser]: prints the measures of tests/bench. Nothing here passes or fails.
import { command } from "./support/command.mjs";
import { ensureInstalled } from "./support/install.mjs";
import { ensureClient } from "./support/prisma.mjs";
import { Stop } from "./support/say.mjs";

const parts = ["submission", "browser"];

await command(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((part) => !parts.includes(part));
  if (unknown) throw new Stop(`npm run bench -- knows ${parts.join(" and ")}.`);
  delete process.env["DATABASE_URL"];
  await ensureInstalled();
  await ensureClient();
  // Imported late: before the installation there is no PostgreSQL client to import.
  const bench = await import("./support/bench.mjs");
  for (const part of asked.length > 0 ? asked : parts) await bench[part]();
  return 0;
});
