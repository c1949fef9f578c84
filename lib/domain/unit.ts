/** The parts of a day that a unit covers: Journée = morning, noon, afternoon. */
export type DayPart = "morning" | "noon" | "afternoon" | "evening";

const BIT: Readonly<Record<DayPart, number>> = { morning: 1, noon: 2, afternoon: 4, evening: 8 };

interface CoveringUnit {
  readonly covers: readonly DayPart[];
  readonly position?: number;
}

/** Two units of one activity that share a part of the day exclude each other. */
export function overlap(a: readonly DayPart[], b: readonly DayPart[]): boolean {
  return (maskOf(a) & maskOf(b)) !== 0;
}

/**
 * The units that *Tout cocher* takes: together they cover most of the day, without overlap; on a tie
 * the fewest (Journée rather than Matin + Après-midi), then those that come first. In order of
 * position (of the list, where units have none). A unit that covers nothing is never taken.
 */
export function widestSet<U extends CoveringUnit>(units: readonly U[]): U[] {
  const ordered = [...units].sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const fewestByMask = new Map<number, readonly U[]>([[0, []]]);
  for (const unit of ordered) {
    const mask = maskOf(unit.covers);
    for (const [covered, chosen] of [...fewestByMask]) {
      if ((covered & mask) !== 0) continue;
      const known = fewestByMask.get(covered | mask);
      if (known === undefined || chosen.length + 1 < known.length) {
        fewestByMask.set(covered | mask, [...chosen, unit]);
      }
    }
  }
  return [...(bestOf(fewestByMask) ?? [])];
}

function bestOf<U>(fewestByMask: ReadonlyMap<number, readonly U[]>): readonly U[] | undefined {
  const byMerit = [...fewestByMask].sort(
    ([maskA, a], [maskB, b]) => partsIn(maskB) - partsIn(maskA) || a.length - b.length,
  );
  return byMerit[0]?.[1];
}

function maskOf(parts: readonly DayPart[]): number {
  return parts.reduce((mask, part) => mask | BIT[part], 0);
}

function partsIn(mask: number): number {
  return Object.values(BIT).filter((bit) => (mask & bit) !== 0).length;
}
