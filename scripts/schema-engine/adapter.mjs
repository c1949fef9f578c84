import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";

const text = 25;
const textArray = 1009;
const oneChar = 18;
/** Types of PostgreSQL's own catalogue that the adapter does not read, and what they read as. */
const catalogueTypes = new Map([
  [oneChar, text], // "char"
  [22, text], // int2vector
  [24, text], // regproc
  [30, text], // oidvector
  [194, text], // pg_node_tree
  [1002, textArray], // "char"[]
  [1003, textArray], // name[]
  [1034, textArray], // aclitem[]
  [2205, text], // regclass
  [2206, text], // regtype
]);

/** A connection through which the schema engine can also read PostgreSQL's catalogue. */
export async function connect(url) {
  const adapter = await new PrismaPg({ connectionString: url }).connect();
  adapter.executeScript = (script) => executeWhole(adapter, script);
  return readingCatalogue(adapter);
}

/**
 * Sends a script as it is, like the native engine: PostgreSQL runs it in one transaction. The
 * adapter's own way cuts at every semicolon, even those of a comment or of a function's body.
 */
async function executeWhole(adapter, script) {
  try {
    await adapter.underlyingDriver().query(script);
  } catch (error) {
    adapter.onError(error);
  }
}

/**
 * A new database beside the main one, dropped with the connection. The adapter's own way would
 * open the main database: the name in a connection string wins over the one it asks for.
 */
export async function connectToShadowDatabase(url) {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  const main = await connect(url);
  await main.executeScript(`CREATE DATABASE "${name}"`);
  const shadowUrl = new URL(url);
  shadowUrl.pathname = `/${name}`;
  const shadow = await connect(shadowUrl.href);
  const close = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await close();
    await main.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await main.dispose();
  };
  return shadow;
}

function readingCatalogue(queryable) {
  const performIO = queryable.performIO.bind(queryable);
  const queryRaw = queryable.queryRaw.bind(queryable);
  const startTransaction = queryable.startTransaction?.bind(queryable);
  let characters = [];
  queryable.performIO = async (query) => {
    const result = await performIO(query);
    const fields = result.fields ?? [];
    characters = fields.flatMap((field, i) => (field.dataTypeID === oneChar ? [i] : []));
    for (const field of fields) {
      field.dataTypeID = catalogueTypes.get(field.dataTypeID) ?? field.dataTypeID;
    }
    return result;
  };
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const i of characters) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  if (startTransaction) {
    queryable.startTransaction = async (...options) =>
      readingCatalogue(await startTransaction(...options));
  }
  return queryable;
}
