import "server-only";
import parsePhoneNumber, { type CountryCode } from "libphonenumber-js";

/** Dialled with ten digits that begin with 0, from anywhere in France. */
const frenchPlan: ReadonlySet<CountryCode | undefined> = new Set<CountryCode>([
  "FR",
  "GP",
  "MQ",
  "GF",
  "RE",
  "YT",
  "BL",
  "MF",
]);

/** Marks that come along when a number is pasted: directions, joiners, byte order. */
const invisible = /\p{Cf}/gu;
const dashes = /\p{Dash}/gu;
const written = /^[\d\s().+/-]+$/;

/**
 * A phone number in the one form in which it is kept: "06 12 34 56 78" for one of the French plan, overseas
 * departments included, however it was written ("0612345678", "612345678", "+33 (0)6 12 34 56 78",
 * "+262 0692 12 34 56"), E.164 for another ("+442079460958"). Null where it is none.
 */
export function readPhone(text: string): string | null {
  const plain = text.replace(invisible, "").replace(dashes, "-").trim();
  if (!written.test(plain)) return null;
  const number = parsePhoneNumber(plain, "FR");
  if (!number?.isPossible()) return null;
  if (!frenchPlan.has(number.country)) return number.number;
  return /^[1-9]\d{8}$/.test(number.nationalNumber)
    ? `0${number.nationalNumber}`.replace(/(\d\d)(?=\d)/g, "$1 ")
    : null;
}
