import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { at } from "./paths.mjs";

/**
 * After a kill -9 of one of our commands its PostgreSQL and its server live on. Each command
 * therefore notes what it starts, with the start time of each process (a pid alone may since have
 * been given to somebody else's process), and the next command ends what was left behind.
 */
const noteOf = (name) => at(".data", `${name}.processes.json`);

/** Notes a process of ours under a name ("demo", "test"), so that a later run can recognise it. */
export function remember(name, pid) {
  const known = read(name).filter(isAlive);
  const entry = (id) => ({ pid: id, startedAt: startOf(id), owner: process.pid });
  const owner = { ...entry(process.pid), owner: null };
  const all = [...known.filter((one) => one.pid !== process.pid), owner, entry(pid)];
  mkdirSync(path.dirname(noteOf(name)), { recursive: true });
  writeFileSync(noteOf(name), JSON.stringify(all));
}

/** Ends what an earlier run, itself dead, left behind under this name. */
export async function endOrphans(name) {
  const alive = read(name).filter(isAlive);
  const owners = new Set(alive.filter((one) => one.owner === null).map((one) => one.pid));
  const orphans = alive.filter((one) => one.owner !== null && !owners.has(one.owner));
  // The last started first: the server before its database.
  for (const { pid, startedAt } of orphans.reverse()) {
    process.kill(pid, "SIGINT");
    for (let tries = 0; tries < 100 && isAlive({ pid, startedAt }); tries++) await wait(50);
    if (isAlive({ pid, startedAt })) process.kill(pid, "SIGKILL");
  }
  if (alive.length === orphans.length) rmSync(noteOf(name), { force: true });
}

function read(name) {
  if (!existsSync(noteOf(name))) return [];
  try {
    return JSON.parse(readFileSync(noteOf(name), "utf8"));
  } catch {
    return []; // The run was killed while it wrote: nothing can be recognised.
  }
}

const isAlive = ({ pid, startedAt }) => startedAt !== null && startOf(pid) === startedAt;

/** When a process started, as the system writes it; null where there is none (or on Windows). */
function startOf(pid) {
  if (process.platform === "win32") return null;
  if (process.platform !== "linux") {
    return (
      spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim() ||
      null
    );
  }
  try {
    // The command's name, in brackets, may hold spaces: fields are counted from the last bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
    return fields[0] === "Z" ? null : fields[19];
  } catch {
    return null;
  }
}
