const religions =
  /halal|hallal|casher|kasher|cachère|musulman|islam|juif|juive|israélite|chrétien|catholique|hindou|bouddhi/i;

/** A diet is what a child eats ("sans porc", "végétarien"): never a religion. */
export function namesReligion(label: string): boolean {
  return religions.test(label);
}
