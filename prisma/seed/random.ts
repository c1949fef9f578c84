/** Draws that are the same on every machine: mulberry32, from one number. */
export interface Random {
  /** At least 0, less than `bound`. */
  below: (bound: number) => number;
  chance: (percent: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  uuid: () => string;
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    below,
    chance: (percent) => next() * 100 < percent,
    pick: (list) => {
      const drawn = list[below(list.length)];
      if (drawn === undefined) throw new Error("Nothing to pick from");
      return drawn;
    },
    uuid: () => uuidOf(() => below(16)),
  };
}

// The shape of a version 4 uuid.
function uuidOf(digit: () => number): string {
  return "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, () => digit().toString(16));
}
