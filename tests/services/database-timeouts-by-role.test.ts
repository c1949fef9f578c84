import "@/tests/support/timeouts-by-role";
import pg from "pg";
import { GET as readyz } from "@/app/readyz/route";
import { env } from "@/lib/env";

let owner: pg.Client;
let role = "";

beforeAll(async () => {
  owner = new pg.Client({ connectionString: env.DATABASE_URL });
  await owner.connect();
  const { rows } = await owner.query<{ role: string }>(
    "SELECT format('%I IN DATABASE %I', current_user, current_database()) AS role",
  );
  role = rows[0]?.role ?? "";
});

afterAll(async () => {
  await owner.query(`ALTER ROLE ${role} RESET ALL`);
  await owner.end();
});

test("where the role should set the timeouts, the portal is ready once it sets all of them", async () => {
  const sets = ["lock_timeout = '4s'", "statement_timeout = '10s'"];
  for (const set of sets) {
    const answer = await readyz();
    expect([answer.status, await answer.text()]).toEqual([503, "not ready: timeouts\n"]);
    await owner.query(`ALTER ROLE ${role} SET ${set}`);
  }
  expect((await readyz()).status).toBe(503);
  await owner.query(`ALTER ROLE ${role} SET idle_in_transaction_session_timeout = '20s'`);
  expect((await readyz()).status).toBe(200);
});
