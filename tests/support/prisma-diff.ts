import { execFileSync } from "node:child_process";
import path from "node:path";

/** What Prisma says of the differences between a database and prisma/schema. */
export function prismaDiff(databaseUrl: string): string {
  const args = ["migrate", "diff", "--from-config-datasource", "--to-schema"];
  return execFileSync(
    process.execPath,
    [path.resolve("scripts/prisma.mjs"), ...args, "prisma/schema"],
    { env: { ...process.env, DATABASE_URL: databaseUrl }, encoding: "utf8" },
  );
}
