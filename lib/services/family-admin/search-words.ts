/** As many as a search takes. */
const MOST_TOKENS = 5;

/**
 * What was typed between spaces, each as the words that the function "searchWords" of the database makes
 * of it: without accents, capitals or punctuation. "Léo D'Œuvre-Petit" gives [leo] and [d, oeuvre, petit].
 */
export function searchTokens(typed: string): string[][] {
  const letters = typed
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/gi, "oe")
    .replace(/æ/gi, "ae")
    .toLowerCase();
  return letters
    .split(/\s+/)
    .map((token) => token.split(/[^a-z0-9]+/).filter(Boolean))
    .filter((words) => words.length > 0)
    .slice(0, MOST_TOKENS);
}
