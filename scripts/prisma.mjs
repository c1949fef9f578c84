// npm run prisma -- <anything>: Prisma's command line on DATABASE_URL, else on the demo's database.
import { ensureInstalled } from "./support/install.mjs";
import { startEmbeddedPostgres } from "./support/embedded-postgres.mjs";
import { prisma } from "./support/prisma.mjs";
import { command } from "./support/command.mjs";

await command(async () => {
  await ensureInstalled();
  const url = process.env["DATABASE_URL"] ?? (await startEmbeddedPostgres("demo")).url("preau");
  await prisma(process.argv.slice(2), url);
});
