// npm run admin -- EMAIL: prints a one-use link with which an administrator chooses a password.
import { command } from "./support/command.mjs";
import { openPortal } from "./support/demo-database.mjs";
import { migrate } from "./support/prisma.mjs";
import { Stop } from "./support/say.mjs";
import { runTypeScript } from "./support/typescript.mjs";

await command(async () => {
  const [email, ...rest] = process.argv.slice(2);
  if (!email || rest.length > 0) throw new Stop("Usage: npm run admin -- EMAIL");
  const { env } = await openPortal(3000);
  await migrate(env.DATABASE_URL);
  await runTypeScript("scripts/admin.ts", [email], { env });
});
