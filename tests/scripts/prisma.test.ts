import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { workerDatabaseUrl } from "@/tests/support/database";
import { migrationNames } from "@/tests/support/populated";
import { prismaDiff } from "@/tests/support/prisma-diff";

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

test("a database that is behind is brought up to date, and compared, in one go", async () => {
  const databaseUrl = workerDatabaseUrl();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  await client.end();
  const filters = { externalTables: [], externalEnums: [] };
  const asked = { migrationsList: migrationsList(), filters };
  const schema = { files: schemaFiles().map((path) => ({ path, content: read(path) })) };
  // What `migrate dev` asks, in its order.
  const [diagnosed, applied, compared] = askEngine(databaseUrl, [
    ["devDiagnostic", asked],
    ["applyMigrations", asked],
    ["evaluateDataLoss", { ...asked, schema }],
  ]);
  expect(diagnosed).toMatchObject({ result: { action: { tag: "createMigration" } } });
  expect(applied).toMatchObject({ result: { appliedMigrationNames: migrationNames() } });
  expect(compared).toMatchObject({ result: { migrationSteps: 0 } });
});

const schemaFiles = () =>
  readdirSync(path.join(root, "prisma/schema"))
    .sort()
    .map((name) => `prisma/schema/${name}`);

function migrationsList() {
  const lockfile = "migration_lock.toml";
  const file = "migration.sql";
  return {
    baseDir: path.join(root, "prisma/migrations"),
    lockfile: { path: lockfile, content: read(`prisma/migrations/${lockfile}`) },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: file,
        content: { tag: "ok", value: read(`prisma/migrations/${name}/${file}`) },
      },
    })),
  };
}

/** The answers of our schema engine, in order. */
function askEngine(url: string, requests: readonly (readonly [method: string, params: unknown])[]) {
  const input = requests.map(([method, params], id) => JSON.stringify({ id, method, params }));
  const output = execFileSync(
    process.execPath,
    [
      path.join(root, "scripts/schema-engine.mjs"),
      ...schemaFiles().flatMap((file) => ["--datamodels", path.join(root, file)]),
      ...["--datasource", JSON.stringify({ url })],
    ],
    { cwd: root, encoding: "utf8", input: input.join("\n") },
  );
  return output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}
