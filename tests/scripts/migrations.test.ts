import pg from "pg";
import { prisma } from "@/lib/db";
import { checkLedger } from "@/lib/services/places/check-ledger";
import { workerDatabaseUrl } from "@/tests/support/database";
import {
  applyMigration,
  copyOf20261124,
  migrationNames,
  restore,
  rowCounts,
} from "@/tests/support/populated";
import { prismaDiff } from "@/tests/support/prisma-diff";

// A new migration is first run on a populated town as an older version left it. Tables that it empties,
// renames or fills on purpose are named here, with what becomes of their rows.

/** Tables of the copy that later migrations take away, and where their rows went. */
const gone: Readonly<Record<string, string>> = {};

/** Tables of the copy whose number of rows later migrations change on purpose: by how many. */
const moved: Readonly<Record<string, number>> = {
  // An agent of the whole town is one by its role, and needs no scope.
  AgentScope: -3,
};

jest.setTimeout(120_000);

const later = migrationNames().filter((name) => name > copyOf20261124.lastMigration);
let client: pg.Client;
let before: ReadonlyMap<string, number>;
let kindsBefore: unknown;

beforeAll(async () => {
  client = new pg.Client({ connectionString: workerDatabaseUrl() });
  await client.connect();
  await restore(client, copyOf20261124);
  before = await rowCounts(client);
  kindsBefore = await requestsBy(`"demarche"`);
});

afterAll(async () => {
  await client.end();
});

/** How many requests there are of each kind. */
async function requestsBy(kind: string): Promise<unknown> {
  const { rows } = await client.query<{ kind: string; n: number }>(
    `SELECT ${kind} AS kind, count(*)::int AS n FROM "ServiceRequest" GROUP BY 1 ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ kind: name, n }) => [name, n]));
}

test("the copy has rows in every table", () => {
  expect([...before].filter(([, n]) => n === 0)).toEqual([]);
});

// Each after those before it, as on a town's own database.
test.each(later)("%s runs on the town as it stands", async (name) => {
  await applyMigration(client, name);
});

describe("after all of them", () => {
  test("no row is lost and none appears, but where it is said", async () => {
    const after = await rowCounts(client);
    const expected = [...before].filter(([name]) => !(name in gone));
    expect(expected.map(([name]) => [name, after.get(name)])).toEqual(
      expected.map(([name, n]) => [name, n + (moved[name] ?? 0)]),
    );
  });

  test("a table that is gone was said to be", async () => {
    const after = await rowCounts(client);
    expect(Object.keys(gone).sort()).toEqual([...before.keys()].filter((t) => !after.has(t)));
  });

  test("requests keep their kind under its new name", async () => {
    expect(kindsBefore).toEqual({
      autorisations: 1,
      famille: expect.any(Number),
      justificatifs: expect.any(Number),
      reservations: expect.any(Number),
    });
    const old = kindsBefore as Record<string, number>;
    expect(await requestsBy(`"kind"::text`)).toEqual({
      authorizations: old["autorisations"],
      familyFile: old["famille"],
      supportingDocuments: old["justificatifs"],
      reservations: old["reservations"],
    });
  });

  test("the ledger that the past is given is the bill of the places held", async () => {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "LedgerEntry"`,
    );
    expect(rows[0]?.n).toBeGreaterThan(0);
    expect(await checkLedger(prisma)).toEqual([]);
  });

  test("a reduction of everything says so", async () => {
    const { rows } = await client.query<{ units: unknown; categories: unknown }>(
      `SELECT r -> 'unitIds' AS units, r -> 'categoryIds' AS categories
       FROM "TariffVersion" v, jsonb_array_elements(v."reductions") r`,
    );
    expect(rows).not.toEqual([]);
    for (const { units, categories } of rows)
      for (const ids of [units, categories])
        expect(ids === "every" || Array.isArray(ids)).toBe(true);
  });

  test("every constraint has looked at the rows that were there", async () => {
    const { rows } = await client.query(
      `SELECT conrelid::regclass::text AS "table", conname FROM pg_constraint WHERE NOT convalidated`,
    );
    expect(rows).toEqual([]);
  });

  test("a new row gets an id of its own", async () => {
    const insert = `INSERT INTO "AuthorizationConfirmation" ("childId", "familyId", "accountId", "at")
      SELECT "childId", "familyId", "accountId", "at" FROM "AuthorizationConfirmation" LIMIT 1`;
    await expect(client.query(insert)).resolves.toMatchObject({ rowCount: 1 });
  });

  test("the database is what the schema says", () => {
    expect(prismaDiff(workerDatabaseUrl())).toContain("No difference detected");
  });
});
