import { readFileSync, readdirSync } from "node:fs";
import pg from "pg";
import { workerDatabaseUrl } from "@/tests/support/database";

// The migration of roles, on the agents that a town had before it: in a schema of its own, which is dropped.
const OURS = "20261126110000_agent_roles";
const client = new pg.Client({ connectionString: workerDatabaseUrl() });
const migration = (name: string) => readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8");

/** Who was what, with which scopes: activity and establishment, null where there was no limit. */
const before: Readonly<Record<string, readonly [string, ...(readonly (1 | null)[])[]]>> = {
  parent: ["guardian"],
  head: ["administrator", [1, null]],
  everywhere: ["agent", [null, null]],
  everywhereAndHere: ["agent", [1, 1], [null, null]],
  activity: ["agent", [1, null]],
  place: ["agent", [null, 1]],
  both: ["agent", [1, 1], [null, 1]],
  none: ["agent"],
};

beforeAll(async () => {
  await client.connect();
  await client.query(`CREATE SCHEMA roles_before; SET search_path = roles_before, public`);
  const earlier = readdirSync("prisma/migrations").filter((n) => /^\d/.test(n) && n < OURS);
  for (const name of earlier.sort()) await client.query(migration(name));
  await client.query(`
    INSERT INTO "Department" ("name", "email") VALUES ('Enfance', 'enfance@clairval.example');
    INSERT INTO "Activity" ("code", "label", "position", "departmentId", "additions", "removals", "addCutOff", "removeCutOff")
      VALUES ('CANTEEN', 'Cantine', 1, 1, 'automatic', 'automatic', '{"kind":"none"}', '{"kind":"none"}');
    INSERT INTO "Unit" ("activityId", "code", "label", "nounSingular", "nounPlural", "position", "covers")
      VALUES (1, 'MEAL', 'Repas', 'repas', 'repas', 1, '{noon}');
    INSERT INTO "Establishment" ("name") VALUES ('Prévert');
    INSERT INTO "SchoolYear" ("name", "firstSchoolDay", "lastSchoolDay") VALUES ('2025-2026', '2025-09-01', '2026-07-04');
    INSERT INTO "Group" ("activityId", "establishmentId", "schoolYearId", "code", "firstDay", "lastDay")
      VALUES (1, 1, 1, 'A', '2025-09-01', '2026-07-04');
    INSERT INTO "OpeningException" ("groupId", "unitId", "day", "open", "reason")
      VALUES (1, NULL, '2026-05-15', false, 'Pont'), (1, 1, '2026-05-18', false, 'Panne')`);
  for (const [name, [role, ...scopes]] of Object.entries(before)) {
    await client.query(
      `INSERT INTO "Account" ("id", "email", "role", "firstName", "lastName", "createdAt")
       VALUES (gen_random_uuid(), lower($1), $2, $1, '', '2025-01-01')`,
      [name, role],
    );
    for (const scope of scopes)
      await client.query(
        `INSERT INTO "AgentScope" ("accountId", "activityId", "establishmentId")
         SELECT "id", $2, $3 FROM "Account" WHERE "firstName" = $1`,
        [name, ...scope],
      );
  }
  await client.query(migration(OURS));
});
afterAll(async () => {
  await client.query(`DROP SCHEMA roles_before CASCADE`);
  await client.end();
});

test("nobody gains a right: without limits one becomes the education service, with limits an agent of them", async () => {
  const { rows } = await client.query<{ name: string; role: string; scopes: unknown }>(`
    SELECT a."firstName" AS name, a."role"::text AS role,
      coalesce(json_agg(json_build_array(CASE WHEN s."everyActivity" THEN 'every' ELSE s."activityId"::text END,
        CASE WHEN s."everyEstablishment" THEN 'every' ELSE s."establishmentId"::text END) ORDER BY s.id)
        FILTER (WHERE s.id IS NOT NULL), '[]') AS scopes
    FROM "Account" a LEFT JOIN "AgentScope" s ON s."accountId" = a.id GROUP BY a.id`);
  expect(Object.fromEntries(rows.map(({ name, role, scopes }) => [name, [role, scopes]]))).toEqual({
    parent: ["guardian", []],
    head: ["administrator", []],
    everywhere: ["educationService", []],
    everywhereAndHere: ["educationService", []],
    activity: ["activityAgent", [["1", "every"]]],
    place: ["activityAgent", [["every", "1"]]],
    both: [
      "activityAgent",
      [
        ["1", "1"],
        ["every", "1"],
      ],
    ],
    none: ["activityAgent", []],
  });
});

test("a closure of every unit stays one, and one of a unit too", async () => {
  const { rows } = await client.query(
    `SELECT "reason", "everyUnit", "unitId" FROM "OpeningException" ORDER BY "day"`,
  );
  expect(rows).toEqual([
    { reason: "Pont", everyUnit: true, unitId: null },
    { reason: "Panne", everyUnit: false, unitId: 1 },
  ]);
});
