import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { connect, connectToShadowDatabase } from "./adapter.mjs";

const bindingsName = "@prisma/schema-engine-wasm/schema_engine_bg";
/** `generate` and `validate` have no database, and open none. */
const noDatabase = "postgresql://offline@127.0.0.1:1/offline";

/**
 * The schema engine, on a database.
 * @param schemas pairs of a file name and its text
 */
export async function openEngine(schemas, url = noDatabase) {
  await loadWebAssembly();
  // Where the engine leaves the message of a panic before it dies.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message) {
      this.message = message;
    },
  };
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connect(url),
    connectToShadowDb: () => connectToShadowDatabase(url),
  });
  const log = (line) => process.env["DEBUG"] && process.stderr.write(`${line}\n`);
  const datamodels = schemas.length > 0 ? schemas : undefined;
  return readingMigrationsAgain(await bindings.SchemaEngine.new({ datamodels }, log, factory));
}

/**
 * As WebAssembly, the engine opens a shadow database in `devDiagnostic` only: `evaluateDataLoss` relies
 * on what that has read of the migrations, which is forgotten once some were applied in between.
 */
function readingMigrationsAgain(engine) {
  const evaluateDataLoss = engine.evaluateDataLoss.bind(engine);
  engine.evaluateDataLoss = async (params) => {
    const { migrationsList, filters } = params;
    await engine.devDiagnostic({ migrationsList, filters });
    return evaluateDataLoss(params);
  };
  return engine;
}

/** The package's own entry leaves the loading of its .wasm file to a bundler. */
async function loadWebAssembly() {
  const script = createRequire(import.meta.url).resolve(bindingsName);
  const { instance } = await WebAssembly.instantiate(
    readFileSync(script.replace(/\.js$/, ".wasm")),
    { "./schema_engine_bg.js": bindings },
  );
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}
