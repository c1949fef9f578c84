import { defineConfig } from "prisma/config";

// `prisma generate` needs no database, so a missing DATABASE_URL must not throw here.
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env["DATABASE_URL"] ?? "postgresql://unset@127.0.0.1:1/unset" },
});
