import { now } from "@/lib/clock";
import { closeDatabase, prisma } from "@/lib/db";
import { env } from "@/lib/env";
import { demoAccountLines } from "./seed/demo-accounts";
import { demoSeed, seedDemoTown } from "./seed/demo-town";

/** Fills an empty demo or test database with the demo town, and prints who may sign in. */
async function main(): Promise<void> {
  if (env.APP_MODE === "production")
    throw new Error("The demo town is for APP_MODE=demo or test: this database is left as it is.");
  const outcome = await prisma.$transaction((tx) => seedDemoTown(tx, now()), { timeout: 120_000 });
  if (outcome.state === "seeded")
    console.log(`Demo town: ${outcome.families} families drawn from seed ${demoSeed}.`);
  console.log(demoAccountLines().join("\n"));
}

try {
  await main();
} finally {
  await closeDatabase();
}
