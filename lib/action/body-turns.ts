import "server-only";
import { makeTurns } from "@/lib/reading/turns";

/** Bodies up to this size are read as they come. */
const lightBytes = 1_000_000;

/**
 * What large forms hold of the memory at once while they are read, checked and kept: about three times
 * this. The others stand before the door with their bytes unread.
 */
const turns = makeTurns({ atOnce: 100_000_000, waiting: 40, patienceMs: 60_000 });

/**
 * Reads and handles a form that may be large in its turn, one at a time for each account. Null where too
 * many stand in front: nothing of it was read.
 */
export async function inBodyTurn<V>(
  accountId: string,
  request: Request,
  mostBytes: number,
  run: () => Promise<V>,
): Promise<V | null> {
  const announced = Number(request.headers.get("content-length") ?? mostBytes);
  const bytes = Number.isSafeInteger(announced) ? announced : mostBytes;
  // What announces more than may be is refused without being read.
  if (bytes <= lightBytes || bytes > mostBytes) return run();
  return turns.take(accountId, run, bytes);
}
