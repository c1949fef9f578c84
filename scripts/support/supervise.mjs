import { setTimeout as wait } from "node:timers/promises";
import { ended, isStopping } from "./processes.mjs";

/**
 * Keeps a server standing: where it dies it is started again, after a wait that doubles with each death
 * until it has stood for a while, and a line of JSON says so. One that dies as soon as it is first started
 * is left: its own message says what to set right. `begin` starts it; resolves with its last exit code.
 */
export async function supervise(begin, { steadyMs, firstWaitMs, longestWaitMs }) {
  let waitMs = firstWaitMs;
  for (let starts = 1; ; starts += 1) {
    const child = begin();
    const startedAt = Date.now();
    const code = await ended(child);
    const hasStood = Date.now() - startedAt >= steadyMs;
    if (code === 0 || isStopping() || (starts === 1 && !hasStood)) return code;
    if (hasStood) waitMs = firstWaitMs;
    report({ what: "server died", code, signal: child.signalCode, starts, waitMs });
    await wait(waitMs);
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  }
}

const report = (what) => console.error(JSON.stringify({ level: "error", ...what }));
