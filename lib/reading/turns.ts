import "server-only";

interface Waiting {
  readonly owner: string;
  readonly weight: number;
  readonly begin: () => void;
}

/**
 * Turns for what costs a lot: so much at once, so many waiting and no longer than told, and never two at
 * once for the same owner, so that one account does not hold up all the others. What weighs more than the
 * whole runs alone; it is not passed by for ever by what is light. `take` gives null where nobody's turn
 * came in time.
 */
export function makeTurns(limits: { atOnce: number; waiting: number; patienceMs: number }) {
  const running = new Map<string, number>();
  let waiting: readonly Waiting[] = [];

  function hasRoom(weight: number): boolean {
    const taken = [...running.values()].reduce((sum, one) => sum + one, 0);
    return taken + Math.min(weight, limits.atOnce) <= limits.atOnce;
  }

  function beginNext(): void {
    const next = waiting.find(({ owner }) => !running.has(owner));
    if (!next || !hasRoom(next.weight)) return;
    waiting = waiting.filter((one) => one !== next);
    running.set(next.owner, Math.min(next.weight, limits.atOnce));
    next.begin();
    beginNext();
  }

  function turnOf(owner: string, weight: number): Promise<boolean> {
    const isFree = hasRoom(weight) && !running.has(owner);
    if (!isFree && waiting.length >= limits.waiting) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting = waiting.filter((one) => one !== mine);
        // What was in front may have been too heavy for the room that there is.
        beginNext();
        resolve(false);
      }, limits.patienceMs);
      const begin = () => {
        clearTimeout(timer);
        resolve(true);
      };
      const mine = { owner, weight, begin };
      waiting = [...waiting, mine];
      beginNext();
    });
  }

  async function take<V>(owner: string, run: () => Promise<V>, weight = 1): Promise<V | null> {
    if (!(await turnOf(owner, weight))) return null;
    try {
      return await run();
    } finally {
      running.delete(owner);
      beginNext();
    }
  }

  return { take };
}
