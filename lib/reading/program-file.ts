import "server-only";
import path from "node:path";

/**
 * The program that reads, as Node finds it: never bundled, because it runs outside of the server.
 * next.config.ts names its files for hosts that only keep what is named.
 */
export function programFile(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), "lib/reading/programs/main.mjs");
}
