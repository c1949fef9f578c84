// npm run calendar -- FILE [ZONE]: the school years of a zone (the town's unless said) from the ministry's
// open-data file, JSON or CSV.
import path from "node:path";
import { command } from "./support/command.mjs";
import { openPortal } from "./support/demo-database.mjs";
import { migrate } from "./support/prisma.mjs";
import { Stop } from "./support/say.mjs";
import { runTypeScript } from "./support/typescript.mjs";

await command(async () => {
  const [file, ...zone] = process.argv.slice(2);
  if (!file) throw new Stop("Usage: npm run calendar -- FILE [ZONE]");
  const { env } = await openPortal(3000);
  await migrate(env.DATABASE_URL);
  await runTypeScript("scripts/calendar.ts", [path.resolve(file), ...zone.slice(0, 1)], { env });
});
