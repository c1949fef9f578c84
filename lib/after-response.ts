import "server-only";
import { after } from "next/server";
import { reportUnexpected } from "@/lib/report";

/**
 * Runs a task once the response has left; what goes wrong there is logged. Outside a request
 * (script, test) nothing runs: the caller does what it needs itself. Returns whether it will run.
 */
export function afterResponse(what: string, task: () => Promise<unknown>): boolean {
  try {
    after(() => task().catch((error: unknown) => void reportUnexpected(what, error)));
    return true;
  } catch {
    return false;
  }
}
