import "server-only";
import { spawn, type ChildProcess } from "node:child_process";
import { readingLimits, readMs } from "./limits";
import type { Order, Reading } from "./order";
import { programFile } from "./program-file";

/** Without a core file that would hold a family's document, and without a file of its own at all. */
const bounds = [
  "ulimit -c 0",
  "ulimit -f 0",
  `ulimit -t ${readingLimits.processorSeconds}`,
  `ulimit -d ${Math.floor(readingLimits.memoryBytes / 1024)}`,
].join("; ");

/**
 * Reads a file in a process of its own, with an empty environment. Its memory is bounded by the system
 * (Linux; elsewhere JavaScript's objects only) and it is killed after its time. Throws where no such
 * process starts: that is no fault of the file.
 */
export function readInProcess(order: Order, content: Uint8Array): Promise<Reading> {
  const child = startReader(order);
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error("A reader has no pipes");
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let timer = setTimeout(kill, readingLimits.startMs);
    function kill() {
      child.kill("SIGKILL");
    }
    stdout.on("data", (chunk: Buffer) => {
      if (bytes === 0) {
        clearTimeout(timer);
        timer = setTimeout(kill, readMs(order.kind));
      }
      bytes += chunk.byteLength;
      if (bytes > readingLimits.answerBytes) kill();
      else chunks.push(chunk);
    });
    // A reader that ended does not take the rest of the file: its end says enough.
    stdin.on("error", () => undefined);
    stdin.end(content);
    child.once("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once("close", (code) => {
      clearTimeout(timer);
      const said = Buffer.concat(chunks);
      if (said.length === 0) reject(new Error(`A reader of files did not start (${String(code)})`));
      else resolve(code === 0 ? answered(said) : { kind: "stopped" });
    });
  });
}

function startReader(order: Order): ChildProcess {
  const node = [
    process.execPath,
    `--max-old-space-size=${readingLimits.heapMegabytes}`,
    programFile(),
    JSON.stringify(order),
  ] as const;
  // Where a large image is turned, in memory: never in a file outside of the storage.
  const options = {
    env: { NODE_ENV: process.env.NODE_ENV, VIPS_DISC_THRESHOLD: "1g" },
    stdio: ["pipe", "pipe", "ignore"] as ("pipe" | "ignore")[],
  };
  if (process.platform === "win32") return spawn(node[0], node.slice(1), options);
  return spawn("/bin/sh", ["-c", `${bounds}; exec "$@"`, "sh", ...node], options);
}

/** "R", the length of the answer, the answer, and what was made of the file. */
function answered(said: Buffer): Reading {
  if (said.length < 5) return { kind: "stopped" };
  const end = 5 + said.readUInt32BE(1);
  const answer: unknown = JSON.parse(said.toString("utf8", 5, end));
  return { kind: "read", answer, made: said.subarray(end) };
}
