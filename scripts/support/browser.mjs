import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { commandFile } from "./paths.mjs";
import { ended, run, start, startNode } from "./processes.mjs";
import { say, Stop } from "./say.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const places = [
  ...names.map((name) => `/usr/bin/${name}`),
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The browser of the tests: CHROMIUM, else an installed Chromium or Chrome, else Debian's (as
 * root), else Playwright's own. Returns the program, or null for Playwright's own.
 */
export async function ensureBrowser() {
  const given = process.env["CHROMIUM"];
  if (given) {
    if (existsSync(given)) return given;
    throw new Stop(`CHROMIUM names ${given}, which does not exist.`);
  }
  const found = places.find(existsSync) ?? (await fromDebian());
  if (found) return found;
  say("Installing Playwright's own Chromium");
  const code = await ended(
    startNode([commandFile("@playwright/test", "playwright"), "install", "chromium"]),
  );
  if (code === 0) return null;
  throw new Stop(
    "The browser tests need Chromium or Chrome: install one, or set CHROMIUM to its path.",
  );
}

async function fromDebian() {
  const debian = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (!debian || spawnSync("apt-get", ["--version"]).status !== 0) return undefined;
  say("Installing Chromium (apt-get)");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    await ended(start("apt-get", ["update", "-qq"], { env })); // An old list may still do.
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
  } catch {
    return undefined; // No package here: Playwright's own comes next.
  }
  return places.find(existsSync);
}
