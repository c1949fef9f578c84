import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "./paths.mjs";
import { Stop } from "./say.mjs";

/** What was started and still runs, in order: it is stopped in the reverse order. */
const running = new Map();
const patienceMs = 10_000;
let listening = false;
let stopping = null;

/**
 * Starts a child that ends with this process, whatever ends it.
 * `stopSignal` asks it to finish properly (PostgreSQL: SIGINT; servers: SIGTERM).
 */
export function start(command, args, { env = process.env, stdio = "inherit", stopSignal } = {}) {
  listen();
  const child = spawn(command, args, { cwd: root, env, stdio });
  running.set(child, stopSignal ?? "SIGTERM");
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/** Starts a JavaScript tool with this very Node. */
export const startNode = (args, options) => start(process.execPath, args, options);

/** Resolves with the exit code (1 for a signal); rejects where the command cannot be started. */
export function ended(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** Runs a tool to its end; a failure stops everything with one sentence. */
export async function run(command, args, options) {
  const code = await ended(start(command, args, options));
  if (code !== 0) {
    const name = [command, ...args].map((part) => path.basename(part)).slice(0, 4);
    throw new Stop(`"${name.join(" ")}" failed (exit code ${code}).`);
  }
}

/** `run`, for a JavaScript tool. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** `runNode` without a word, unless it fails. */
export async function runNodeQuietly(args, { env }) {
  const child = startNode(args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const output of [child.stdout, child.stderr]) output.on("data", (text) => (said += text));
  if ((await ended(child)) !== 0) throw new Stop(said.trim());
}

/** Asks one child to finish, insists after ten seconds, and waits for its end. */
export async function stop(child) {
  const signal = running.get(child);
  if (!signal) return;
  const end = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  const insist = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  await end;
  clearTimeout(insist);
}

/** Whether what ends now was asked to. */
export const isStopping = () => stopping !== null;

/** Stops everything that runs, the last started first. */
export function stopAll() {
  stopping ??= (async () => {
    for (const child of [...running.keys()].reverse()) await stop(child);
    stopping = null;
  })();
  return stopping;
}

function listen() {
  if (listening) return;
  listening = true;
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  for (const [signal, code] of Object.entries(codes)) {
    process.on(signal, () => void stopAll().then(() => process.exit(code)));
  }
  process.on("exit", () => {
    for (const [child, signal] of running) child.kill(signal);
  });
}
