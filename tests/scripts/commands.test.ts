import { execFileSync } from "node:child_process";
import path from "node:path";
import pg from "pg";
import { workerDatabaseUrl } from "@/tests/support/database";

// What the README tells to type, typed: on a database that DATABASE_URL names, as a host does.

function npmRun(script: string, ...args: string[]): string {
  return execFileSync(process.execPath, [path.resolve("scripts", `${script}.mjs`), ...args], {
    env: { ...process.env, APP_MODE: "test" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function rows<Row extends pg.QueryResultRow>(query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: workerDatabaseUrl() });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}

test("npm run prisma -- migrate deploy: an empty database is migrated", async () => {
  await rows("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  expect(npmRun("prisma", "migrate", "deploy")).toContain("successfully applied");
  expect(await rows(`SELECT last FROM "RequestCounter"`)).toEqual([{ last: 0 }]);
});

test("npm run admin -- EMAIL prints a link for the first administrator", async () => {
  expect(npmRun("admin", "claude.mairie@exemple.fr", "Claude", "Lefèvre-Đỗ")).toMatch(
    /^http:\/\/localhost:3000\/activation\/\S+$/m,
  );
  expect(
    await rows(`SELECT email, role::text AS role, "firstName", "lastName" FROM "Account"`),
  ).toEqual([
    {
      email: "claude.mairie@exemple.fr",
      role: "administrator",
      firstName: "Claude",
      lastName: "Lefèvre-Đỗ",
    },
  ]);
});

test("npm run calendar -- FILE imports the ministry's school years", async () => {
  const file = "tests/domain/fixtures/fr-en-calendrier-scolaire.json";
  expect(npmRun("calendar", file)).toContain("School years of zone C:");
  const [years] = await rows<{ n: number }>(`SELECT count(*)::int AS n FROM "SchoolYear"`);
  expect(years?.n).toBeGreaterThan(0);
});

test("npm run ledger compares the ledger with the places held", () => {
  expect(npmRun("ledger")).toContain("The ledger is the bill of the places held.");
});
