import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { workerDatabaseUrl } from "@/tests/support/database";

const root = path.resolve(__dirname, "../..");

// Prisma's command line takes seconds to start, more on a busy machine.
jest.setTimeout(60_000);
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const json = (file: string) => JSON.parse(read(file)) as { dependencies: Record<string, string> };

test("the WebAssembly schema engine is the very build that the installed prisma names", () => {
  const ours = json("package.json").dependencies["@prisma/schema-engine-wasm"];
  const named = /"@prisma\/schema-engine-wasm":"([^"]+)"/.exec(
    read("node_modules/prisma/build/cli.js"),
  );
  expect(ours).toBe(named?.[1]);
});

test("the migrations say what the schema says", () => {
  const difference = prismaDiff(workerDatabaseUrl());
  expect(difference).toContain("No difference detected");
});

test("a drift between the migrations and the schema is seen", async () => {
  const client = new pg.Client({ connectionString: workerDatabaseUrl() });
  await client.connect();
  await client.query(`ALTER TABLE "Family" ADD COLUMN "drift" TEXT`);
  await client.end();
  expect(prismaDiff(workerDatabaseUrl())).toContain("drift");
});

function prismaDiff(databaseUrl: string): string {
  const args = ["migrate", "diff", "--from-config-datasource", "--to-schema"];
  return execFileSync(
    process.execPath,
    [path.join(root, "scripts/prisma.mjs"), ...args, "prisma/schema.prisma"],
    { cwd: root, env: { ...process.env, DATABASE_URL: databaseUrl }, encoding: "utf8" },
  );
}
