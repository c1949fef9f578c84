import "server-only";
import { randomUUID } from "node:crypto";

/** What a page shows as a reference ("digest") when something unexpected happened. */
class UnexpectedError extends Error {
  override readonly name = "UnexpectedError";
  constructor(
    what: string,
    readonly digest: string,
  ) {
    super(`${what} failed (${digest})`);
  }
}

/**
 * Logs what went wrong as one line of JSON: the kind of error and where, never its message, which
 * may quote what a family typed. Returns the error to throw, which says no more than a reference.
 */
export function reportUnexpected(what: string, error: unknown): Error {
  const digest = randomUUID().slice(0, 8);
  const { name, stack, code } =
    error instanceof Error
      ? (error as Error & { code?: unknown })
      : { name: typeof error, stack: undefined, code: undefined };
  const frames = (stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const at = frames.slice(0, 6).map((line) => line.trim());
  console.error(JSON.stringify({ level: "error", what, digest, name, code, at }));
  return new UnexpectedError(what, digest);
}

/**
 * Logs, as one line of JSON, that somebody asked for what is not theirs or does not exist: the portal answers
 * "introuvable" to both. Whose account, never what was asked for.
 */
export function reportRefused(what: string, accountId: string | null): void {
  console.info(JSON.stringify({ level: "notice", what: `${what} refused`, accountId }));
}
