import { setTimeout as wait } from "node:timers/promises";
import { commandFile } from "./paths.mjs";
import { startNode, stop } from "./processes.mjs";
import { Stop } from "./say.mjs";
import { testEnvironment } from "./environment.mjs";

const patienceMs = 60_000;

/**
 * Starts a built portal under test on a port, and waits until it is healthy. Tests start as many
 * as they need: one per clock (`env: { APP_NOW }`) or per database.
 */
export function startApp({ databaseUrl, port, env = {}, stdio = ["ignore", "ignore", "inherit"] }) {
  return serve({ port, env: testEnvironment({ databaseUrl, port, env }), stdio });
}

/** Starts a built portal (`next start`) in a complete environment, and waits until it is healthy. */
export async function serve({ port, env, stdio = "inherit", onStart }) {
  const child = startNode([commandFile("next"), "start", "-p", String(port)], { env, stdio });
  onStart?.(child);
  const url = `http://localhost:${port}`;
  await healthy(`${url}/healthz`, child);
  return { url, child, stop: () => stop(child) };
}

async function healthy(address, child) {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Stop("The portal stopped while it started: see its message above.");
    }
    const status = await fetch(address).then(
      (answer) => answer.status,
      () => null, // Not listening yet.
    );
    if (status === 200) return;
    await wait(100);
  }
  throw new Stop(`The portal does not answer at ${address}.`);
}
