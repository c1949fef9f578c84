import "server-only";

interface Waiting {
  readonly owner: string;
  readonly begin: () => void;
}

/**
 * Turns for what costs a lot: so many at once, so many waiting and no longer than told, and never two at
 * once for the same owner, so that one account does not hold up all the others. `take` gives null where
 * nobody's turn came in time.
 */
export function makeTurns(limits: { atOnce: number; waiting: number; patienceMs: number }) {
  const running = new Set<string>();
  let waiting: readonly Waiting[] = [];

  function beginNext(): void {
    if (running.size >= limits.atOnce) return;
    const next = waiting.find(({ owner }) => !running.has(owner));
    if (!next) return;
    waiting = waiting.filter((one) => one !== next);
    running.add(next.owner);
    next.begin();
    beginNext();
  }

  function turnOf(owner: string): Promise<boolean> {
    const isFree = running.size < limits.atOnce && !running.has(owner);
    if (!isFree && waiting.length >= limits.waiting) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting = waiting.filter((one) => one !== mine);
        resolve(false);
      }, limits.patienceMs);
      const begin = () => {
        clearTimeout(timer);
        resolve(true);
      };
      const mine = { owner, begin };
      waiting = [...waiting, mine];
      beginNext();
    });
  }

  async function take<V>(owner: string, run: () => Promise<V>): Promise<V | null> {
    if (!(await turnOf(owner))) return null;
    try {
      return await run();
    } finally {
      running.delete(owner);
      beginNext();
    }
  }

  return { take };
}
