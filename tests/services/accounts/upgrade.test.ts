import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import pg from "pg";
import { workerDatabaseUrl } from "@/tests/support/database";

// The migration of accounts, on what a town had before it: in a schema of its own, which is dropped.
const OURS = "20261125130000_accounts";
const client = new pg.Client({ connectionString: workerDatabaseUrl() });
const migration = (name: string) => readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8");
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const secrets = { left: "a".repeat(43), waiting: "b".repeat(43) };

beforeAll(async () => {
  await client.connect();
  await client.query(`CREATE SCHEMA before; SET search_path = before, public`);
  const earlier = readdirSync("prisma/migrations").filter((n) => /^\d/.test(n) && n < OURS);
  for (const name of earlier.sort()) await client.query(migration(name));
  const accounts = ["admin", "double", "double", "a b", "", 'a"@"b', "seule"].map(
    (name, n) => `('${id(n)}', '${n}@exemple.fr', '${name}', 'guardian', '', '', '2025-01-01')`,
  );
  await client.query(
    `INSERT INTO "Account" ("id", "email", "userName", "role", "firstName", "lastName", "createdAt") VALUES ${accounts.join()};
     INSERT INTO "Session" ("id", "accountId", "createdAt", "expiresAt")
       VALUES ('${id(0)}', '${id(0)}', '2025-01-01 08:00Z', '2025-01-01 20:00Z');
     INSERT INTO "AccountToken" ("hash", "accountId", "purpose", "expiresAt")
       VALUES ('x', '${id(0)}', 'reset', '2025-01-01 08:10Z');
     INSERT INTO "OutboxEmail" ("id", "to", "subject", "text", "html", "state", "createdAt") VALUES
       ('${id(1)}', 'a', 's', 'https://p/mot-de-passe/${secrets.left} ', '<p>', 'sent', '2025-01-01'),
       ('${id(2)}', 'a', 's', 'https://p/activation/${secrets.waiting} ', '<p>', 'waiting', '2025-01-01'),
       ('${id(3)}', 'a', 's', 'no link', '<p>', 'sent', '2025-01-01')`,
  );
  await client.query(migration(OURS));
});
afterAll(async () => {
  await client.query(`DROP SCHEMA before CASCADE`);
  await client.end();
});

test("a name of one account stays; of two, neither keeps it; what is no name goes", async () => {
  const { rows } = await client.query(`SELECT "userName" FROM "Account" ORDER BY "id"`);
  expect(rows.map(({ userName }) => userName as unknown)).toEqual([
    "admin",
    null,
    null,
    null,
    null,
    null,
    "seule",
  ]);
});

test("open sessions keep their end, links the moment when they were made", async () => {
  const { rows } = await client.query(
    `SELECT s."endsAt" = s."expiresAt" AS "same", t."createdAt" FROM "Session" s, "AccountToken" t`,
  );
  expect(rows).toEqual([{ same: true, createdAt: new Date("2025-01-01T08:00Z") }]);
});

test("a link that has left is not readable any more; one that waits is known by its hash", async () => {
  const { rows } = await client.query(
    `SELECT "text", "tokenHash" FROM "OutboxEmail" ORDER BY "id"`,
  );
  expect(rows).toEqual([
    { text: "", tokenHash: null },
    {
      text: expect.stringContaining(secrets.waiting) as string,
      tokenHash: createHash("sha256").update(secrets.waiting).digest("hex"),
    },
    { text: "no link", tokenHash: null },
  ]);
});
