#!/usr/bin/env node
// Stands for Prisma's native schema engine, which Prisma downloads before every command: the same
// engine as WebAssembly (@prisma/schema-engine-wasm), over the PostgreSQL adapter of the portal.
// Prisma starts it through PRISMA_SCHEMA_ENGINE_BINARY (scripts/support/prisma.mjs) and speaks
// JSON-RPC, one object a line, over its input and output.
import { readFileSync } from "node:fs";
import { runDatabaseCommand } from "./schema-engine/database-command.mjs";
import { serve } from "./schema-engine/json-rpc.mjs";

const { schemaFiles, datasourceUrl, databaseCommand } = readArguments(process.argv.slice(2));

if (databaseCommand) {
  await runDatabaseCommand(databaseCommand, datasourceUrl);
} else {
  // Imported late: a database command needs no engine, and the engine takes a second to load.
  const { openEngine } = await import("./schema-engine/engine.mjs");
  const schemas = schemaFiles.map((file) => [file, readFileSync(file, "utf8")]);
  await serve(() => openEngine(schemas, datasourceUrl));
}

/** The arguments of the native engine that Prisma 7 gives; the others change nothing here. */
function readArguments(args) {
  const found = { schemaFiles: [], datasourceUrl: undefined, databaseCommand: undefined };
  for (let i = 0; i < args.length; i++) {
    if (args[i] === "--datamodels" || args[i] === "-d") found.schemaFiles.push(args[++i]);
    else if (args[i] === "--datasource") found.datasourceUrl = JSON.parse(args[++i]).url;
    else if (args[i] === "cli") found.databaseCommand = args[++i];
  }
  return found;
}
