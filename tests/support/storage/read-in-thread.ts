// Run by tests/services/reading/thread.test.ts, as a server of its own: reads the PDF of a path in a thread.
import { readFileSync } from "node:fs";
import { readInThread } from "@/lib/reading/in-thread";

const [, , file = ""] = process.argv;
const reading = await readInThread({ kind: "pdf" }, readFileSync(file));
console.log(reading.kind);
