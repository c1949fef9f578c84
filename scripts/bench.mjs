// npm run bench [-- submission|browser] [--short]: prints the measures of tests/bench. Nothing here passes or
// fails; --short takes one round of each, to see that they still run.
import { command } from "./support/command.mjs";
import { ensureInstalled } from "./support/install.mjs";
import { ensureClient } from "./support/prisma.mjs";
import { Stop } from "./support/say.mjs";

const parts = ["submission", "browser"];

await command(async () => {
  const args = process.argv.slice(2);
  const asked = args.filter((arg) => arg !== "--short");
  const unknown = asked.find((part) => !parts.includes(part));
  if (unknown) throw new Stop(`npm run bench -- knows ${parts.join(" and ")}.`);
  delete process.env["DATABASE_URL"];
  if (args.includes("--short")) process.env["BENCH_SHORT"] = "1";
  await ensureInstalled();
  await ensureClient();
  // Imported late: before the installation there is no PostgreSQL client to import.
  const bench = await import("./support/bench.mjs");
  for (const part of asked.length > 0 ? asked : parts) await bench[part]();
  return 0;
});
