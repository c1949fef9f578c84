// npm run bench: prints the measures of tests/bench, on a PostgreSQL that writes to disk as in
// production. -- NAME runs one of them.
import { readdirSync } from "node:fs";
import { command } from "./support/command.mjs";
import { ensureInstalled } from "./support/install.mjs";
import { at } from "./support/paths.mjs";
import { ensureClient } from "./support/prisma.mjs";
import { Stop } from "./support/say.mjs";

await command(async () => {
  const wanted = process.argv[2] ?? "";
  const ending = ".bench.ts";
  const names = readdirSync(at("tests", "bench")).filter(
    (name) => name.endsWith(ending) && name.includes(wanted),
  );
  if (names.length === 0) throw new Stop(`No bench in tests/bench is called ${wanted}.`);
  delete process.env["DATABASE_URL"];
  await ensureInstalled();
  await ensureClient();
  // Imported late: before the installation there is no PostgreSQL client to import.
  const { clone, emptyTemplate, ensureEmptyTemplate, testServer } =
    await import("./support/databases.mjs");
  const { testEnvironment } = await import("./support/environment.mjs");
  const { runTypeScript } = await import("./support/typescript.mjs");
  const server = await testServer("bench", {});
  await ensureEmptyTemplate(server);
  for (const name of names) {
    const databaseUrl = await clone(server, "preau_bench", emptyTemplate);
    const env = testEnvironment({ databaseUrl, port: 3000 });
    console.log(`\n=== ${name.slice(0, -ending.length)} ===`);
    await runTypeScript(`tests/bench/${name}`, [], { env });
  }
});
