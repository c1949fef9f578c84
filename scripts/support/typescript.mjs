import { at } from "./paths.mjs";
import { runNode } from "./processes.mjs";

/**
 * Runs a TypeScript file of ours as the server would: `server-only` lets pass what runs under this
 * condition, and nothing else.
 */
export function runTypeScript(file, args, options) {
  const node = ["--conditions=react-server", "--import=tsx", at(file), ...args];
  return runNode(node, options);
}

/** Fills an empty database with the demo town (a full one is left alone); prints the accounts. */
export const seed = (env, stdio = "inherit") =>
  runTypeScript("prisma/seed.ts", [], { env: { ...env, DATABASE_TIMEOUTS: "none" }, stdio });
