// npm run admin -- EMAIL [FIRST_NAME LAST_NAME]: prints a one-use link with which an administrator chooses a
// password. In a terminal it asks for a name that was not given; Enter leaves it out.
import { createInterface } from "node:readline/promises";
import { command } from "./support/command.mjs";
import { openPortal } from "./support/demo-database.mjs";
import { migrate } from "./support/prisma.mjs";
import { Stop } from "./support/say.mjs";
import { runTypeScript } from "./support/typescript.mjs";

await command(async () => {
  const [email, ...name] = process.argv.slice(2);
  if (!email || name.length > 2) {
    throw new Stop("Usage: npm run admin -- EMAIL [FIRST_NAME LAST_NAME]");
  }
  const asked = name.length === 0 && process.stdin.isTTY ? await askName() : name;
  const { env } = await openPortal(3000);
  await migrate(env.DATABASE_URL);
  await runTypeScript("scripts/admin.ts", [email, ...asked], { env });
});

async function askName() {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return [await terminal.question("First name: "), await terminal.question("Last name: ")];
  } finally {
    terminal.close();
  }
}
