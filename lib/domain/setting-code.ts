/**
 * The code of what the town adds to one of its lists: "Sortir à vélo" is "SORTIR_A_VELO". Codes of the
 * same words are told apart by a number.
 */
export function settingCode(label: string, taken: readonly string[]): string {
  const words = label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean);
  const base = words.join("_").slice(0, 40) || "REGLAGE";
  if (!taken.includes(base)) return base;
  for (let i = 2; ; i += 1) if (!taken.includes(`${base}_${i}`)) return `${base}_${i}`;
}

/** Whether two labels are read as the same: case and accents do not tell them apart. */
export function isSameLabel(a: string, b: string): boolean {
  return a.trim().localeCompare(b.trim(), "fr", { sensitivity: "base" }) === 0;
}
