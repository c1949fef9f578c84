import "server-only";

/** Fields of several lines; in every other one a line break is a space. */
const LINES: ReadonlySet<string> = new Set([
  "reason",
  "explanation",
  "text",
  "address",
  "openingHours",
]);

/** What is compared with a hash, and so is kept to the letter. */
const VERBATIM: ReadonlySet<string> = new Set(["motDePasse"]);

const DEEPEST = 20;

/** Thrown where an input is nested deeper than any form of ours. */
export class TooDeepError extends Error {
  override readonly name = "TooDeepError";
}

/** A text as the database can keep it and a person can type it again: whole characters, composed, none hidden. */
export function typedText(text: string, lines: boolean): string {
  const composed = text.toWellFormed().normalize("NFC").replace(/\r\n?/g, "\n");
  const spaced = lines ? composed : composed.replace(/\n/g, " ");
  return spaced.replace(/[\p{Cc}]/gu, (control) =>
    control === "\n" || control === "\t" ? control : "",
  );
}

/** The same for every text of an input and the names of its fields; files are left as they are. */
export function typedInput(input: unknown, field = "", depth = 0): unknown {
  if (depth > DEEPEST) throw new TooDeepError();
  if (typeof input === "string") {
    return VERBATIM.has(field) ? input : typedText(input, LINES.has(field));
  }
  if (Array.isArray(input)) return input.map((item) => typedInput(item, field, depth + 1));
  if (input === null || typeof input !== "object") return input;
  const prototype: unknown = Object.getPrototypeOf(input);
  if (prototype !== Object.prototype && prototype !== null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      typedText(name, false),
      typedInput(value, name, depth + 1),
    ]),
  );
}
