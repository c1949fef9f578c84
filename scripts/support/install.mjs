import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { at } from "./paths.mjs";
import { run } from "./processes.mjs";
import { say, Stop } from "./say.mjs";

const stamp = at("node_modules", ".stamp");

/** Installs exactly what the lock file says, when it is not what is installed. */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Stop(`Node 20.19 or newer is needed; this is ${process.version}.`);
  }
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Installing the dependencies (npm ci)");
  // Under NODE_ENV=production npm would leave out what builds and tests need.
  const env = { ...process.env, NODE_ENV: "" };
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  await run(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { env });
  writeFileSync(stamp, wanted);
}

function lockHash() {
  const lock = readFileSync(at("package-lock.json"));
  return createHash("sha256").update(lock).update(process.version).digest("hex");
}
