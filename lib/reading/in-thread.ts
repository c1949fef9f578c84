import "server-only";
import { Worker } from "node:worker_threads";
import { readingLimits, readMs } from "./limits";
import type { Order, Reading } from "./order";
import { programFile } from "./program-file";

const lookEveryMs = 50;

/**
 * Reads a file in a thread, where the host starts no process. The same limits; the memory that is not
 * JavaScript's is only known as the growth of the whole server, so one file is read at a time.
 */
export function readInThread(order: Order, content: Uint8Array): Promise<Reading> {
  const before = process.memoryUsage.rss();
  const reader = new Worker(/* turbopackIgnore: true */ programFile(), {
    workerData: { order, content },
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: readingLimits.heapMegabytes },
  });
  return new Promise((resolve, reject) => {
    let isReady = false;
    const stop = () => void reader.terminate();
    let timer = setTimeout(stop, readingLimits.startMs);
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - before > readingLimits.memoryBytes) stop();
    }, lookEveryMs);
    reader.on("message", (said: "R" | { answer: unknown; made: Uint8Array }) => {
      clearTimeout(timer);
      isReady = true;
      if (said === "R") timer = setTimeout(stop, readMs(order.kind));
      else {
        resolve({ kind: "read", ...said });
        // A library may hold its thread open.
        stop();
      }
    });
    reader.once("error", (error) => {
      if (!isReady) reject(error);
    });
    reader.once("exit", () => {
      clearTimeout(timer);
      clearInterval(look);
      // After an answer this says nothing any more.
      if (isReady) resolve({ kind: "stopped" });
      else reject(new Error("A thread that reads files did not start"));
    });
  });
}
