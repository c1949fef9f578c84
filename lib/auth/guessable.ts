import "server-only";
import { lengthOfPassword, passwordLength } from "@/lib/domain/password";
import { town } from "@/town/town";

/** As much of it as is looked at: the time grows with the square of the length. */
const LOOKED_AT = 64;
/**
 * Of 4: "safely unguessable, moderate protection from an offline attack". What is shorter than a password
 * alone may be stands beside a second factor and is at most 2: eight characters by chance are a hundred
 * million guesses, which nobody makes who is slowed down.
 */
const LEAST_SCORE = { alone: 3, short: 2 };

interface Judge {
  readonly isCommon: (password: string) => boolean;
  readonly score: (password: string, words: string[]) => number;
}

/** Eight megabytes of French words and a second of work: loaded at the first password that is chosen. */
async function makeJudge(): Promise<Judge> {
  const [{ ZxcvbnFactory }, french, common, { default: list }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-fr"),
    import("@zxcvbn-ts/language-common"),
    import("./common-passwords.json"),
  ]);
  const known = new Set(list.longEnough.split(" "));
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return {
    isCommon: (password) => known.has(password),
    score: (password, words) => zxcvbn.check(password, words).score,
  };
}

let judge: Promise<Judge> | undefined;

/** Parts of names and addresses that a guess would begin with, and all of them in one word. */
function wordsOf(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => {
      const parts = text.split(/[^\p{L}\p{N}]+/u);
      return [text, parts.join(""), ...parts];
    })
    .filter((word) => word.length >= 3);
}

/**
 * Whether somebody would guess this password: it is in the list of the most common ones, or made of French
 * words, names, keyboard walks, dates, the town's own words or the person's (`own`). It takes up to half a
 * second: only who holds a link or the present password may have one looked at.
 */
export async function isGuessable(password: string, own: readonly string[]): Promise<boolean> {
  const { isCommon, score } = await (judge ??= makeJudge());
  const written = password.normalize("NFC");
  if (isCommon(written.trim().toLowerCase())) return true;
  const words = wordsOf([...own, town.name, town.portalName, town.department.name, "préau"]);
  const least =
    lengthOfPassword(written) < passwordLength.alone ? LEAST_SCORE.short : LEAST_SCORE.alone;
  return score(written.slice(0, LOOKED_AT), words) < least;
}
