import type { Brand } from "./brand";

/** The number of an issued document, as it is printed: "7KQ4-M9RT-2XWH". */
export type DocumentCode = string & Brand<"DocumentCode">;

/** Nothing that is taken for something else: no 0, 1, I, L, O, U. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

export const codeLetters = alphabet.length;
export const codeLength = 12;

const groups = new RegExp(`^(?:[${alphabet}]{4}){3}$`);

/** The code of twelve numbers below `codeLetters`, which the caller draws at random. */
export function documentCode(numbers: readonly number[]): DocumentCode {
  const code = parseDocumentCode(numbers.map((n) => alphabet.charAt(n)).join(""));
  if (code === null) throw new Error(`Not ${codeLength} numbers below ${codeLetters}`);
  return code;
}

/** A code as somebody typed it, in any case and however it is cut; null where it cannot be one. */
export function parseDocumentCode(text: string): DocumentCode | null {
  const letters = text.replace(/[\s\p{Dash}.]/gu, "").toUpperCase();
  if (!groups.test(letters)) return null;
  return [0, 4, 8].map((at) => letters.slice(at, at + 4)).join("-") as DocumentCode;
}
