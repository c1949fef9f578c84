import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { aCrossReferenceBomb } from "@/tests/support/storage/bombs";
import { aPdf } from "@/tests/support/storage/sent-files";

// In a server of its own: JavaScript's engine may abort all of it where a thread asks for too much.

/** What the server says of the file: "ended" where it was ended with it. */
function readAlone(content: Uint8Array): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "preau-thread-")), "sent.pdf");
  writeFileSync(file, content);
  const { stdout, signal, status } = spawnSync(
    process.execPath,
    [
      "--conditions=react-server",
      "--import=tsx",
      path.resolve("tests/support/storage/read-in-thread.ts"),
      file,
    ],
    { encoding: "utf8", timeout: 50_000 },
  );
  if (signal === "SIGTERM") throw new Error("The file silenced its server");
  return signal === "SIGABRT" || status === 134 ? "ended" : stdout.trim();
}

test("in a thread a plain PDF is read", async () => {
  expect(readAlone(await aPdf())).toBe("read");
}, 60_000);

test("in a thread a bomb is ended, with its server at worst, never left to run", () => {
  expect(readAlone(aCrossReferenceBomb())).toMatch(/^(stopped|ended)$/);
}, 60_000);
