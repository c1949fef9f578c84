import "server-only";
import { done, refused, type Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { readInProcess } from "./in-process";
import { readInThread } from "./in-thread";
import { turnLimits } from "./limits";
import type { Order, Reading } from "./order";
import { makeTurns } from "./turns";

const turns = {
  process: makeTurns(turnLimits.process),
  thread: makeTurns(turnLimits.thread),
} as const;

/** What a program said of a file; its caller knows the shape, because it knows the program. */
export interface Read<Answer> {
  readonly answer: Answer;
  readonly made: Uint8Array;
}

/**
 * Has a file read outside of the server (docs/adr/0020): a file may be made to fill the memory or to
 * never end. `owner`: the account that sent it. Refused where it takes more than a file may, or where
 * too many wait.
 */
export async function readApart<Answer>(
  owner: string,
  order: Order,
  content: Uint8Array,
): Promise<Result<Read<Answer>, "file-too-complex" | "reading-busy">> {
  const reading = await turns[env.FILE_READER].take(owner, () => readNow(order, content));
  if (reading === null) return refused("reading-busy");
  switch (reading.kind) {
    case "read":
      return done({ answer: reading.answer as Answer, made: reading.made });
    case "stopped":
      return refused("file-too-complex");
  }
}

function readNow(order: Order, content: Uint8Array): Promise<Reading> {
  return env.FILE_READER === "thread"
    ? readInThread(order, content)
    : readInProcess(order, content);
}
