/** A password costs a core for 50 ms and 19 MB: that many at once, the others wait for their turn. */
const AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs `work` when it is its turn, first come, first served. */
export async function inTurn<V>(work: () => Promise<V>): Promise<V> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // The place passes on as it is: nobody slips in between.
    if (next) next();
    else running -= 1;
  }
}
