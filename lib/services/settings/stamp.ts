import "server-only";
import { createHash } from "node:crypto";

/** Stands for settings as they are: what an agent read is what it changes. */
export function stampOf(settings: unknown): string {
  return createHash("sha256").update(JSON.stringify(settings)).digest("hex");
}
