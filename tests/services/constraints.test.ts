// What the database refuses by itself, whatever the code does.
import pg from "pg";
import { emptyTables, workerDatabaseUrl } from "@/tests/support/database";

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: workerDatabaseUrl() });
  await client.connect();
});
afterAll(() => client.end());

beforeEach(async () => {
  await emptyTables();
  await client.query(`
    INSERT INTO "Department" ("name", "email") VALUES ('Enfance', 'enfance@clairval.example');
    INSERT INTO "SchoolYear" ("name", "firstSchoolDay", "lastSchoolDay")
      VALUES ('2025-2026', '2025-09-01', '2026-07-04');
    INSERT INTO "Establishment" ("name") VALUES ('École des Tilleuls');
    INSERT INTO "Activity"
        ("code", "label", "position", "departmentId", "additions", "removals", "addCutOff", "removeCutOff")
      VALUES ('CANTEEN', 'Cantine', 1, 1, 'automatic', 'automatic', '{"kind":"none"}', '{"kind":"none"}');
    INSERT INTO "Unit" ("activityId", "code", "label", "nounSingular", "nounPlural", "position", "covers")
      VALUES (1, 'MEAL', 'Repas', 'repas', 'repas', 1, '{noon}');
    INSERT INTO "Group" ("activityId", "establishmentId", "schoolYearId", "code", "firstDay", "lastDay")
      VALUES (1, 1, 1, 'A', '2025-09-01', '2026-07-04');
    INSERT INTO "Family" ("name") VALUES ('Dupont');
    INSERT INTO "Child" ("firstName", "lastName") VALUES ('Marie', 'Dupont');
    INSERT INTO "Inscription" ("childId", "groupId", "firstDay", "lastDay")
      VALUES (1, 1, '2025-09-01', '2025-12-19');
    INSERT INTO "Reservation" ("inscriptionId", "unitId", "day", "state", "familyId")
      VALUES (1, 1, '2025-09-02', 'reserved', 1);
    INSERT INTO "OpeningException" ("groupId", "everyUnit", "day", "open", "reason")
      VALUES (1, true, '2026-05-15', false, 'Pont de l’Ascension');
    INSERT INTO "AuditEvent" ("at", "kind", "data") VALUES ('2025-07-15T08:09:00Z', 'test', '{}')`);
});

const inscription = (from: string, to: string) =>
  `INSERT INTO "Inscription" ("childId", "groupId", "firstDay", "lastDay") VALUES (1, 1, '${from}', '${to}')`;
const opening = (weekdays: string, dayKinds: string) =>
  `INSERT INTO "GroupOpening" ("groupId", "unitId", "weekdays", "dayKinds", "firstDay", "lastDay")
   VALUES (1, 1, ${weekdays}, ${dayKinds}, '2025-09-01', '2026-07-04')`;
const unit = (agentOnly: boolean, covers: string) =>
  `INSERT INTO "Unit" ("activityId", "code", "label", "nounSingular", "nounPlural", "position", "agentOnly", "covers")
   VALUES (1, 'X', 'X', 'x', 'x', 2, ${agentOnly}, ${covers})`;
const exception = (unitId: string, day: string) =>
  `INSERT INTO "OpeningException" ("groupId", "everyUnit", "unitId", "day", "open", "reason")
   VALUES (1, ${unitId === "NULL"}, ${unitId}, '${day}', true, 'Kermesse')`;
const account = (email: string) =>
  `INSERT INTO "Account" ("id", "email", "userName", "role", "firstName", "lastName", "createdAt")
   VALUES (gen_random_uuid(), '${email}', 'x', 'guardian', 'X', 'X', '2025-07-15T08:09:00Z')`;

/** An agent's scope, with its account in the same statement. */
const scope = (columns: string, values: string) =>
  `WITH agent AS (INSERT INTO "Account" ("id", "email", "userName", "role", "firstName", "lastName", "createdAt")
     VALUES ('${nobody}', 'a@exemple.fr', 'a', 'activityAgent', 'X', 'X', '2025-07-15T08:09:00Z'))
   INSERT INTO "AgentScope" ("accountId", ${columns}) VALUES ('${nobody}', ${values})`;
const scopeColumns = '"everyActivity", "activityId", "everyEstablishment", "establishmentId"';
/** Of one unit, of an activity that nothing else names; deleting what it names must fail. */
const deleting = (table: string, insert: string) =>
  `${insert}; DELETE FROM "${table}" WHERE id = 2`;
const secondActivity = `INSERT INTO "Activity"
        ("id", "code", "label", "position", "departmentId", "additions", "removals", "addCutOff", "removeCutOff")
      VALUES (2, 'STUDY', 'Étude', 2, 1, 'automatic', 'automatic', '{"kind":"none"}', '{"kind":"none"}')`;
const secondUnit = `INSERT INTO "Unit" ("id", "activityId", "code", "label", "nounSingular", "nounPlural", "position", "covers")
      VALUES (2, 1, 'SNACK', 'Goûter', 'goûter', 'goûters', 2, '{evening}')`;
const secondPlace = `INSERT INTO "Establishment" ("id", "name") VALUES (2, 'Pasteur')`;

const nobody = "00000000-0000-4000-8000-000000000000";
/** A request of that kind about these columns, in one statement with its account and its sending. */
const request = (kind: string, about: Readonly<Record<string, string>>) =>
  `WITH sender AS (INSERT INTO "Account" ("id", "email", "userName", "role", "firstName", "lastName", "createdAt")
     VALUES ('${nobody}', 'x@exemple.fr', 'x', 'guardian', 'X', 'X', '2025-07-15T08:09:00Z')),
   sending AS (INSERT INTO "Submission" ("id", "accountId", "familyId", "kind", "createdAt")
     VALUES ('${nobody}', '${nobody}', 1, '${kind}', '2025-07-15T08:09:00Z'))
   INSERT INTO "ServiceRequest" ("id", "number", "submissionId", "familyId", "kind", "state", "createdAt",
     ${Object.keys(about)
       .map((column) => `"${column}"`)
       .join()})
   VALUES (gen_random_uuid(), 1, '${nobody}', 1, '${kind}', 'pending', '2025-07-15T08:09:00Z',
     ${Object.values(about).join()})`;
const noDates = { additions: "0", removals: "0" };
const dates = {
  childId: "1",
  inscriptionId: "1",
  activityId: "1",
  firstDay: "'2025-09-02'",
  lastDay: "'2025-09-02'",
  additions: "1",
  removals: "0",
};

test.each([
  ["a second inscription over the first", inscription("2025-12-19", "2026-07-04"), "no_overlap"],
  ["an inscription that ends before it starts", inscription("2026-02-02", "2026-02-01"), "period"],
  [
    "a second reservation of a unit and day",
    `INSERT INTO "Reservation" ("inscriptionId", "unitId", "day", "state", "familyId")
     VALUES (1, 1, '2025-09-02', 'pending', 1)`,
    "Reservation_pkey",
  ],
  [
    "a reservation of a unit that does not exist",
    `UPDATE "Reservation" SET "unitId" = 99`,
    "Reservation_unitId_fkey",
  ],
  ["an eighth weekday", opening("'{1,8}'", "'{schoolDay}'"), "weekdays"],
  ["an opening on no weekday", opening("'{}'", "'{schoolDay}'"), "weekdays"],
  ["an opening on a missing list of weekdays", opening("NULL", "'{schoolDay}'"), "weekdays"],
  ["an opening on no kind of day", opening("'{1}'", "'{}'"), "day_kinds"],
  ["a family's unit that takes no part of the day", unit(false, "'{}'"), "Unit_covers"],
  ["two exceptions for every unit of a day", exception("NULL", "2026-05-15"), "group_unit_day"],
  ["a scope that leaves the activity out", scope('"everyEstablishment"', "true"), "everyActivity"],
  ["a scope of no activity", scope(scopeColumns, "false, NULL, true, NULL"), "activity_check"],
  ["a scope of one and every", scope(scopeColumns, "true, 1, true, NULL"), "activity_check"],
  ["a scope of no place", scope(scopeColumns, "true, NULL, false, NULL"), "establishment_check"],
  [
    "an exception that names neither a unit nor every one",
    `INSERT INTO "OpeningException" ("groupId", "everyUnit", "day", "open", "reason")
     VALUES (1, false, '2026-05-16', false, 'Pont')`,
    "unit_check",
  ],
  [
    "deleting an agent's activity",
    deleting("Activity", `${secondActivity}; ${scope(scopeColumns, "false, 2, true, NULL")}`),
    "AgentScope_activityId_fkey",
  ],
  [
    "deleting an agent's establishment",
    deleting("Establishment", `${secondPlace}; ${scope(scopeColumns, "true, NULL, false, 2")}`),
    "AgentScope_establishmentId_fkey",
  ],
  [
    "deleting the unit of a closure",
    deleting("Unit", `${secondUnit}; ${exception("2", "2026-05-18")}`),
    "OpeningException_unitId_fkey",
  ],
  ["an address in capitals", account("Anne@exemple.fr"), "email_lower"],
  ["a second counter", `INSERT INTO "RequestCounter" ("id", "last") VALUES (2, 0)`, "one_row"],
  [
    "a school year that ends first",
    `UPDATE "SchoolYear" SET "lastSchoolDay" = '2025-08-31'`,
    "period",
  ],
  ["a request of an unknown kind", request("voyage", noDates), "RequestKind"],
  ["dates of nobody", request("reservations", { ...dates, childId: "NULL" }), "about_check"],
  [
    "dates without an inscription",
    request("reservations", { ...noDates, childId: "1" }),
    "kind_check",
  ],
  ["dates in a request about the file", request("familyFile", dates), "kind_check"],
  ["authorizations of nobody", request("authorizations", noDates), "about_check"],
  ["a group that ends first", `UPDATE "Group" SET "lastDay" = '2025-08-31'`, "period"],
  ["a changed event of the journal", `UPDATE "AuditEvent" SET "kind" = 'other'`, "append-only"],
  ["a deleted event of the journal", `DELETE FROM "AuditEvent"`, "append-only"],
])("refuses %s", async (_what, statement, rule) => {
  await expect(client.query(statement)).rejects.toThrow(rule);
});

test.each([
  ["an inscription the day after the first ends", inscription("2025-12-20", "2026-07-04")],
  ["an exception for one unit beside the one for all", exception("1", "2026-05-15")],
  ["a request about dates", request("reservations", dates)],
  ["a request about the file of the whole family", request("familyFile", noDates)],
  ["an opening every day of the week", opening("'{1,2,3,4,5,6,7}'", "'{schoolDay}'")],
  ["an agents' unit that takes no part of the day", unit(true, "'{}'")],
  [
    "a further event in the journal",
    `INSERT INTO "AuditEvent" ("at", "kind", "data") VALUES ('2025-07-15T08:10:00Z', 'test', '{}')`,
  ],
])("accepts %s", async (_what, statement) => {
  const { rowCount } = await client.query(statement);
  expect(rowCount).toBe(1);
});

test("lines may come before their request, and never remain without it", async () => {
  await client.query("BEGIN");
  await client.query(
    `INSERT INTO "RequestLine" ("requestId", "day", "unitId", "change", "state")
     VALUES (gen_random_uuid(), '2025-09-02', 1, 'add', 'accepted')`,
  );
  await expect(client.query("COMMIT")).rejects.toThrow("RequestLine_requestId_fkey");
});

test("nothing turns into null because something else is deleted", async () => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint
     WHERE contype = 'f' AND confdeltype = 'n' AND connamespace = 'public'::regnamespace`,
  );
  expect(rows).toEqual([]);
});
