const religions =
  /halal|hallal|casher|kasher|cachère|musulman|islam|juif|juive|israélite|chrétien|catholique|hindou|bouddhi/i;

/** A diet is what a child eats ("sans porc", "végétarien"): never a religion. */
export function namesReligion(label: string): boolean {
  return religions.test(label);
}

export interface DietCount {
  /** Null: nobody has said it. */
  readonly diet: string | null;
  readonly count: number;
}

/** How many eat what: those of whom nobody has said it first, then from the most asked diet to the rarest. */
export function countDiets(children: readonly { readonly diet: string | null }[]): DietCount[] {
  const counts = new Map<string | null, number>();
  for (const { diet } of children) counts.set(diet, (counts.get(diet) ?? 0) + 1);
  return [...counts]
    .map(([diet, count]) => ({ diet, count }))
    .sort((a, b) => {
      if (a.diet === null || b.diet === null) return a.diet === null ? -1 : 1;
      return b.count - a.count || (a.diet < b.diet ? -1 : 1);
    });
}
