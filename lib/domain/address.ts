/** A postal address in France, as a form asks for it. */
export interface Address {
  /** Number and street. */
  readonly street: string;
  /** Building, floor, "chez…"; empty where there is none. */
  readonly complement: string;
  /** Five digits. */
  readonly postcode: string;
  readonly city: string;
}

const lastLine = /^(\d{5}) (.+)$/;

const line = (text: string) => text.replace(/\s+/g, " ").trim();

/** As it is written on an envelope: one line each, "91000 Évry" last. */
export function addressText({ street, complement, postcode, city }: Address): string {
  return [street, complement, `${postcode} ${city}`].map(line).filter(Boolean).join("\n");
}

/** The parts of such a text, or null where it is none. */
export function addressParts(text: string): Address | null {
  const lines = text.split("\n");
  const [, postcode, city] = lastLine.exec(lines.at(-1) ?? "") ?? [];
  const [street, complement = ""] = lines;
  if (lines.length < 2 || lines.length > 3 || !street || !postcode || !city) return null;
  return { street, complement: lines.length === 3 ? complement : "", postcode, city };
}
