import { ensureEmptyTemplate } from "./databases.mjs";
import { startOwnPostgres } from "./embedded-postgres.mjs";
import { runJest } from "./jest.mjs";

/** The validation of a family-year, on a PostgreSQL that syncs to disk as in production. */
export async function submission() {
  const server = await startOwnPostgres("bench");
  await ensureEmptyTemplate(server);
  const { failed } = await runJest(["bench"], [], server);
  return failed === 0 ? 0 : 1;
}
