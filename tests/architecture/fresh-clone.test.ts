import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

// In a folder without node_modules every command installs first. One that reads a package while it is loaded
// works wherever somebody tried it, and in no fresh clone.

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Readonly<Record<string, string>>;
};

/** Both come after another one: a server after its build, the formatter after an installation. */
const later = ["start", "format"];
const commands = Object.keys(scripts).filter((name) => !later.includes(name));

/** What a command refuses to begin without. */
const needed: Readonly<Record<string, readonly string[]>> = {
  admin: ["claude.mairie@exemple.fr", "Claude", "Lefèvre"],
  calendar: ["calendrier.json"],
};

const clone = mkdtempSync(path.join(tmpdir(), "preau-clone-"));
afterAll(() => rmSync(clone, { recursive: true }));

beforeAll(() => {
  for (const name of ["scripts", "package.json", "package-lock.json"]) {
    cpSync(name, path.join(clone, name), { recursive: true });
  }
  // An npm that refuses at once: how far each command comes is all that is asked.
  mkdirSync(path.join(clone, "bin"));
  const npm = path.join(clone, "bin", "npm");
  writeFileSync(npm, "#!/bin/sh\nexit 3\n");
  chmodSync(npm, 0o755);
});

test.each(commands)("npm run %s installs the packages before it reads one", (name) => {
  const script = path.join("scripts", `${name}.mjs`);
  expect(scripts[name]).toBe(`node scripts/${name}.mjs`);
  const { stdout } = spawnSync(process.execPath, [script, ...(needed[name] ?? [])], {
    cwd: clone,
    encoding: "utf8",
    env: { ...process.env, PATH: path.join(clone, "bin") },
  });
  expect(stdout).toContain("Installing the dependencies");
});
