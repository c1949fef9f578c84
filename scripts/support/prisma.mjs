import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { at, commandFile } from "./paths.mjs";
import { runNode, runNodeQuietly } from "./processes.mjs";
import { say } from "./say.mjs";

const generated = at("lib", "generated", "prisma");

/**
 * What Prisma's command line needs. Its schema engine is a native program that it downloads for
 * every command; ours is the same engine as WebAssembly, from npm (scripts/schema-engine.mjs).
 * Windows cannot start a script as a program: there Prisma's own way remains.
 */
export function prismaEnvironment(databaseUrl) {
  return {
    ...process.env,
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    ...(process.platform !== "win32" && {
      PRISMA_SCHEMA_ENGINE_BINARY: at("scripts", "schema-engine.mjs"),
    }),
  };
}

/** Runs a Prisma command as the person typed it. */
export const prisma = (args, databaseUrl) =>
  runNode([commandFile("prisma"), ...args], { env: prismaEnvironment(databaseUrl) });

const prismaQuietly = (args, databaseUrl) =>
  runNodeQuietly([commandFile("prisma"), ...args], { env: prismaEnvironment(databaseUrl) });

/** Generates the client in lib/generated, when the schema is not the one it was made from. */
export async function ensureClient() {
  const version = readFileSync(at("node_modules", "prisma", "package.json"));
  const wanted = schemaHash().update(version).digest("hex");
  const stamp = `${generated}/.stamp`;
  const made = existsSync(`${generated}/client.ts`) && existsSync(stamp);
  if (made && readFileSync(stamp, "utf8") === wanted) return;
  say("Generating the database client");
  await prismaQuietly(["generate"]);
  writeFileSync(stamp, wanted);
}

function schemaHash() {
  const hash = createHash("sha256");
  for (const name of readdirSync(at("prisma", "schema")).sort())
    hash.update(readFileSync(at("prisma", "schema", name)));
  return hash;
}

/** Brings a database (created where it is missing) up to the committed migrations. */
export const migrate = (databaseUrl) => prismaQuietly(["migrate", "deploy"], databaseUrl);
