import { addDays, day, parseDay, type Day } from "@/lib/domain/day";
import { plainText } from "@/lib/domain/person";

/**
 * What stands in a cell: a text (numbers too), an error as the spreadsheet shows it, a formula without its result;
 * or what is wrong with what should stand there, in French, where it was put together from two files.
 */
export type ImportCell =
  string | { readonly error: string } | { readonly formula: true } | { readonly problem: string };

/** A text without the spaces and marks that come along when it is pasted or exported. */
export function tidyCell(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
}

/** The serial number that spreadsheets give this day. */
const KNOWN_SERIAL = { day: day("2000-01-01"), serial: 36_526 } as const;
/** From 1954 to 2099: "2019" alone is a year, and no day. */
const SERIALS = { first: 20_000, last: 73_050 } as const;

/**
 * A day as files write it: 31/12/2019, 31-12-19, 2019-12-31 (with a time or without), or a spreadsheet's
 * serial number. Null where it is none. Two digits of a year are of this century.
 */
export function readFrenchDay(text: string): Day | null {
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ].*)?$/.exec(text)?.[1];
  if (iso !== undefined) return parseDay(iso);
  const [, date, month, year] =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?: .*)?$/.exec(text) ?? [];
  if (date !== undefined && month !== undefined && year !== undefined)
    return parseDay(`${year.padStart(4, "20")}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
  if (!/^\d{2,5}(\.\d+)?$/.test(text)) return null;
  const serial = Math.floor(Number(text));
  return serial >= SERIALS.first && serial <= SERIALS.last
    ? addDays(KNOWN_SERIAL.day, serial - KNOWN_SERIAL.serial)
    : null;
}

/** A postal code whose first 0 a spreadsheet took for a number's: "1000" is 01000. */
export function typedPostcode(text: string): string {
  return /^\d{4}$/.test(text) ? `0${text}` : text;
}

/** A phone without what people write beside it: "06 12 34 56 78 (maman)". Its lost 0 is the phone reader's. */
export function typedPhone(text: string): string {
  return text
    .replace(/\((?!0\))[^)\d]*\)/g, "")
    .replace(/^[^\d+(]+/u, "")
    .replace(/[^\d)]+$/u, "")
    .trim();
}

/** "Mme", "Madame", "M.", "Monsieur", "F", "H" as the portal's forms say them; empty for anything else. */
export function typedCivility(text: string): "madame" | "monsieur" | "" {
  const word = plainText(text).replace(/ /g, "");
  if (["mme", "madame", "mlle", "mademoiselle", "f", "feminin"].includes(word)) return "madame";
  return ["m", "mr", "monsieur", "h", "masculin"].includes(word) ? "monsieur" : "";
}

/** "oui", "commune", "1" and their contraries, as the form of a family's means says them; empty else. */
export function typedWhere(text: string): "commune" | "hors-commune" | "" {
  const word = text.toLowerCase();
  if (["oui", "o", "1", "vrai", "commune"].includes(word)) return "commune";
  return ["non", "n", "0", "faux", "hors commune", "hors-commune"].includes(word)
    ? "hors-commune"
    : "";
}

/** A number as forms take it: the decimal point of a spreadsheet's cell becomes a comma, units go. */
export function typedNumber(text: string): string {
  return text
    .replace(/\s*€$/, "")
    .replace(
      /^(-?\d+)\.(\d+)$/,
      (_whole, units: string, rest: string) => `${units},${rest.slice(0, 2)}`,
    );
}
