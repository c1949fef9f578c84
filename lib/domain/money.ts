import type { Brand } from "./brand";

/** Whole euro cents. May be negative: a reduction, a difference. */
export type Cents = number & Brand<"Cents">;

/** @throws RangeError where `n` is no whole number that stays exact. */
export function cents(n: number): Cents {
  if (!Number.isSafeInteger(n)) throw new RangeError(`No whole number of cents: ${n}`);
  return (n === 0 ? 0 : n) as Cents;
}

export const NOTHING: Cents = cents(0);

export function sumCents(amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

/**
 * `amount × numerator / denominator`, rounded half-up (towards plus infinity on a tie): the only
 * rounding of the portal. Whole numbers only; exact, however large their product.
 */
export function shareOf(amount: number, numerator: number, denominator: number): Cents {
  if (![amount, numerator, denominator].every(Number.isSafeInteger) || denominator <= 0) {
    throw new RangeError(`Not exact: ${amount} × ${numerator} / ${denominator}`);
  }
  const doubled = 2n * BigInt(amount) * BigInt(numerator) + BigInt(denominator);
  const by = 2n * BigInt(denominator);
  const rest = ((doubled % by) + by) % by;
  return cents(Number((doubled - rest) / by));
}

/** "2,08 €", "1 234,50 €", "−0,21 €". */
export function formatCents(amount: Cents): string {
  return `${formatHundredths(amount)}\u00a0€`;
}

/** "+2,08 €", "−0,21 €": a difference says its direction. */
export function formatDifference(amount: Cents): string {
  return amount > 0 ? `+${formatCents(amount)}` : formatCents(amount);
}

/** As it is read out: "2,08 euros", "1,00 euro". French takes the singular below two. */
export function spokenCents(amount: Cents): string {
  return `${formatHundredths(amount)} ${Math.abs(amount) < 200 ? "euro" : "euros"}`;
}

/** Hundredths as French prints them: 17 is "0,17", 123450 is "1 234,50". */
export function formatHundredths(n: number): string {
  const digits = String(Math.abs(n)).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return `${n < 0 ? "−" : ""}${whole},${digits.slice(-2)}`;
}

const HUNDREDTHS = /^(\d{1,9})(?:[.,](\d{1,2}))?$/;

/** Reads "2,08", "2.08", "2,08 €", "1 234,5" as hundredths; null where it is no such number. */
export function parseHundredths(text: string): number | null {
  const found = HUNDREDTHS.exec(text.replace(/[\s\u00a0\u202f]/g, "").replace(/€$/, ""));
  if (!found) return null;
  return Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
}

/** Reads an amount that somebody typed; null where it is none. Never negative. */
export function parseCents(text: string): Cents | null {
  const hundredths = parseHundredths(text);
  return hundredths === null ? null : cents(hundredths);
}
