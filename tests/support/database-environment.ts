// Before any import of a test file: each Jest worker has a database and a storage of its own.
import { tmpdir } from "node:os";
import path from "node:path";
import { workerDatabaseUrl } from "@/tests/support/database";

Object.assign(process.env, {
  APP_MODE: "test",
  DATABASE_URL: workerDatabaseUrl(),
  PUBLIC_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a-secret-of-the-tests-and-of-nothing-else",
  CRON_SECRET: "a-secret-of-the-tests-and-of-nothing-else",
  MAIL_FROM: "Clairval <ne-pas-repondre@clairval.example>",
  STORAGE_FOLDER: path.join(tmpdir(), `preau-storage-${process.pid}`),
});
