import type { Order } from "./order";

/** What a file that somebody sent may cost while it is read, whatever it is. */
export const readingLimits = {
  /** From the moment its program is ready. */
  readMs: 5_000,
  /** The same for a table of ten thousand families, which an administrator sends: two seconds at rest. */
  tableMs: 20_000,
  /** For the program to be ready: a tenth of a second, unless the machine is at its limit. */
  startMs: 20_000,
  /** Of processor time, for a reader whose server died meanwhile. */
  processorSeconds: 10,
  /** All that it may write to: the file, what becomes of it, the reader itself (about 50 MB). */
  memoryBytes: 450_000_000,
  /** Of that, JavaScript's objects. */
  heapMegabytes: 128,
  /** An answer of more is none. */
  answerBytes: 20_000_000,
} as const;

/** How long a reader of this kind may take, in milliseconds. */
export function readMs(kind: Order["kind"]): number {
  return kind === "table" ? readingLimits.tableMs : readingLimits.readMs;
}

/** Readers at once, and who waits for one. */
export const turnLimits = {
  process: { atOnce: 2, waiting: 40, patienceMs: 20_000 },
  /** One alone: what a thread takes of the memory is only known as the growth of the whole. */
  thread: { atOnce: 1, waiting: 40, patienceMs: 20_000 },
} as const;
