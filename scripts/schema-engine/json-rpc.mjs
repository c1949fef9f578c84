import { createInterface } from "node:readline";

const methodNotFound = -32601;
const engineError = 4466;

/**
 * Answers the requests on the input one after the other, until it is closed.
 * The engine is opened at the first request: it then says in an answer what is wrong with a schema.
 */
export async function serve(open) {
  let engine;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    const request = JSON.parse(line);
    if (!request.method) continue; // Prisma's answer to our own "print".
    try {
      engine ??= await open();
      send({ id: request.id, result: await answer(engine, request) });
    } catch (error) {
      send({ id: request.id, error: describe(error) });
    }
  }
  process.exit(0); // The adapter's pool would otherwise keep the process alive.
}

async function answer(engine, { method, params }) {
  if (typeof engine[method] !== "function") {
    throw Object.assign(new Error(`The engine has no method ${method}.`), { code: methodNotFound });
  }
  const result = (await engine[method](params ?? {})) ?? {};
  // The native engine asks Prisma to print a diff; this one returns its text.
  if (method === "diff" && typeof result.stdout === "string") {
    send({ id: `print-${Date.now()}`, method: "print", params: { content: result.stdout } });
  }
  return result;
}

function describe(error) {
  const own = { message: error.message, meta: error.meta ?? null, error_code: error.code };
  const data = { is_panic: false, ...(error.data ?? own) };
  return { code: engineError, message: "An error happened. Check the data field.", data };
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}
