// npm run ledger: says where the ledger and the places held disagree; nothing is changed.
import { command } from "./support/command.mjs";
import { openPortal } from "./support/demo-database.mjs";
import { migrate } from "./support/prisma.mjs";
import { runTypeScript } from "./support/typescript.mjs";

await command(async () => {
  const { env } = await openPortal(3000);
  await migrate(env.DATABASE_URL);
  await runTypeScript("scripts/ledger.ts", [], { env });
});
