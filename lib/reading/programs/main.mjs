// Reads one file that somebody sent, in a process or a thread of its own: lib/reading/in-process.ts and
// in-thread.ts start it, bound its memory and end it after its time. It knows no secret.
//
// As a process: the order is the first argument, the file comes by stdin, and stdout carries one byte
// ("R": it is ready), the length of the answer (4 bytes), the answer (JSON) and what was made of the
// file. As a thread: the same by workerData and messages.
import os from "node:os";
import { buffer } from "node:stream/consumers";
import { isMainThread, parentPort, workerData } from "node:worker_threads";

const programs = {
  image: () => import("./image.mjs"),
  pdf: () => import("./pdf.mjs"),
  spreadsheet: () => import("./spreadsheet.mjs"),
  table: () => import("./table.mjs"),
};

if (isMainThread) await asProcess(JSON.parse(process.argv[2]));
else await asThread(workerData);

async function asProcess(order) {
  // The server, and the people who wait for a page, come first.
  os.setPriority(10);
  const { read } = await programs[order.kind]();
  process.stdout.write("R");
  const { answer, made = new Uint8Array() } = await read(await buffer(process.stdin), order);
  const text = Buffer.from(JSON.stringify(answer));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  process.stdout.write(Buffer.concat([length, text, made]), () => process.exit(0));
}

async function asThread({ order, content }) {
  const { read } = await programs[order.kind]();
  parentPort.postMessage("R");
  const { answer, made = new Uint8Array() } = await read(Buffer.from(content), order);
  parentPort.postMessage({ answer, made });
}
