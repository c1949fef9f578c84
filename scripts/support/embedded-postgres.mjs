import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { userInfo } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { embeddedBinaries } from "./embedded-binaries.mjs";
import { endOrphans, remember } from "./orphans.mjs";
import { at } from "./paths.mjs";
import { answers, freePort } from "./ports.mjs";
import { ended, start } from "./processes.mjs";
import { Stop } from "./say.mjs";

const user = "preau";
const baseSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  max_connections: "100",
};

/** Nothing in a test database is worth a wait for the disk. */
export const throwAwaySettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
};

/** Forgets a database folder altogether, after ending what an interrupted run left on it. */
export async function dropEmbeddedPostgres(name) {
  await endOrphans(name);
  if (await runningPort(folderOf(name))) {
    throw new Stop(`The database "${name}" is in use: stop the command that runs it first.`);
  }
  rmSync(folderOf(name), { recursive: true, force: true });
}

/**
 * Starts the PostgreSQL of `.data/<name>` on a free port, or joins it where another of our commands
 * runs it. Returns the address of one of its databases: `url("preau")`.
 */
export async function startEmbeddedPostgres(name, settings = {}) {
  const binaries = embeddedBinaries();
  const folder = folderOf(name);
  await endOrphans(name);
  const joined = await runningPort(folder);
  if (joined) return addressOn(joined);
  await initialise(binaries, folder);
  const port = await freePort();
  const all = Object.entries({ ...baseSettings, ...settings, port: String(port) });
  const args = ["-D", folder, ...all.flatMap(([key, value]) => ["-c", `${key}=${value}`])];
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryToStart(path.join(binaries, "postgres"), args, port);
    if (outcome.pid) {
      remember(name, outcome.pid);
      return addressOn(port);
    }
    // After a kill -9 the dead server's lock or memory can linger for a second or two.
    const lingering = /already exists|shared memory|is still in use/.test(outcome.log);
    if (!lingering || attempt >= 40) throw new Stop(`PostgreSQL did not start.\n${outcome.log}`);
    await wait(250);
  }
}

/**
 * The same, but never shared: a second run of the tests beside a first takes "test-2", so that
 * neither sees the other's databases nor stops them.
 */
export async function startOwnPostgres(name, settings) {
  for (let n = 1; ; n++) {
    const own = n === 1 ? name : `${name}-${n}`;
    await endOrphans(own);
    if ((await runningPort(folderOf(own))) === null) return startEmbeddedPostgres(own, settings);
  }
}

const folderOf = (name) => at(".data", name);

const addressOn = (port) => ({
  url: (database) => `postgresql://${user}@127.0.0.1:${port}/${database}`,
});

/**
 * PostgreSQL refuses to run as root, or as a user without a name (as containers have). In a user
 * namespace both are seen as "nobody": no account is created, and the files keep their owner.
 */
function asNobody(program, args) {
  if (process.platform !== "linux" || (process.getuid() !== 0 && hasName())) return [program, args];
  return ["unshare", ["-U", "--map-user=65534", "--map-group=65534", program, ...args]];
}

function hasName() {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

async function initialise(binaries, folder) {
  if (existsSync(path.join(folder, "PG_VERSION"))) return;
  rmSync(folder, { recursive: true, force: true }); // What an interrupted initdb left.
  mkdirSync(path.dirname(folder), { recursive: true });
  // Trust is for this machine only (listen_addresses); French order and upper case come from ICU.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=fr-FR"];
  const args = ["-D", folder, "-U", user, "--auth=trust", "--no-sync", ...locale];
  const child = start(...asNobody(path.join(binaries, "initdb"), args), {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  child.stderr.on("data", (text) => (log += text));
  const code = await ended(child).catch((error) => (log += error.message));
  if (code !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Stop(
      `The embedded PostgreSQL cannot run here: set DATABASE_URL (or TEST_DATABASE_URL for the tests).\n${log}`,
    );
  }
}

async function tryToStart(program, args, port) {
  const child = start(...asNobody(program, args), {
    stdio: ["ignore", "ignore", "pipe"],
    stopSignal: "SIGINT",
  });
  let log = "";
  let over = false;
  child.stderr.on("data", (text) => (log = (log + text).slice(-4000)));
  child.once("exit", () => (over = true));
  child.once("error", (error) => {
    log += error.message;
    over = true;
  });
  while (!over && !(log.includes("ready to accept connections") && (await answers(port)))) {
    await wait(25);
  }
  return over ? { pid: null, log } : { pid: child.pid, log };
}

/** The port of the server that runs on this folder, null where there is none. */
async function runningPort(folder) {
  const file = path.join(folder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n").map(Number);
  try {
    process.kill(pid, 0);
  } catch {
    return null;
  }
  return (await answers(port)) ? port : null;
}
