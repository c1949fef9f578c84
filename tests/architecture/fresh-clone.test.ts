import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

// In a folder without node_modules every command installs first. One that reads a package while it is loaded
// works wherever somebody tried it, and in no fresh clone.

const clone = mkdtempSync(path.join(tmpdir(), "preau-clone-"));
afterAll(() => rmSync(clone, { recursive: true }));

beforeAll(() => {
  for (const name of ["scripts", "package.json", "package-lock.json"]) {
    cpSync(name, path.join(clone, name), { recursive: true });
  }
  // An npm that refuses at once: how far each command comes is all that is asked.
  mkdirSync(path.join(clone, "bin"));
  for (const name of ["npm", "npm.cmd"]) {
    const file = path.join(clone, "bin", name);
    writeFileSync(file, "#!/bin/sh\nexit 3\n");
    chmodSync(file, 0o755);
  }
});

test.each(["check", "test", "bench", "build", "prisma", "demo", "dev"])(
  "npm run %s installs the packages before it reads one",
  (command) => {
    const { stdout } = spawnSync(process.execPath, [path.join("scripts", `${command}.mjs`)], {
      cwd: clone,
      encoding: "utf8",
      env: { ...process.env, PATH: path.join(clone, "bin") },
    });
    expect(stdout).toContain("Installing the dependencies");
  },
);
