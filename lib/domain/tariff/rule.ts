import { cents, formatHundredths, type Cents } from "@/lib/domain/money";

/** From this quotient familial (in hundredths) up to the next bracket: only lower bounds, so no gaps. */
export interface Bracket {
  readonly from: number;
  readonly amount: Cents;
}

/** A share of the quotient familial, kept between two amounts. `rate` in ten-thousandths of a percent. */
export interface EffortRate {
  readonly kind: "effort";
  readonly rate: number;
  readonly floor: Cents;
  readonly ceiling: Cents;
}

/** How one unit is priced for one category. */
export type PriceRule =
  | { readonly kind: "fixed"; readonly amount: Cents }
  | { readonly kind: "brackets"; readonly brackets: readonly Bracket[] }
  | EffortRate;

export type RuleKind = PriceRule["kind"];

/** 100 % in ten-thousandths of a percent. */
export const FULL_RATE = 1_000_000;

/** What is wrong with a rule. `negative` is about amounts and bounds. */
export type RuleFault =
  | "negative"
  | "no-bracket"
  | "first-bracket-not-zero"
  | "brackets-not-ascending"
  | "rate-above-100"
  | "rate-not-positive"
  | "floor-above-ceiling";

/** The first fault of a rule, or null where it can be used. */
export function ruleFault(rule: PriceRule): RuleFault | null {
  switch (rule.kind) {
    case "fixed":
      return rule.amount < 0 ? "negative" : null;
    case "brackets":
      return bracketsFault(rule.brackets);
    case "effort":
      if (rule.floor < 0 || rule.ceiling < 0) return "negative";
      if (rule.rate <= 0) return "rate-not-positive";
      if (rule.rate > FULL_RATE) return "rate-above-100";
      return rule.floor > rule.ceiling ? "floor-above-ceiling" : null;
  }
}

function bracketsFault(brackets: readonly Bracket[]): RuleFault | null {
  const [first] = brackets;
  if (!first) return "no-bracket";
  if (brackets.some(({ from, amount }) => from < 0 || amount < 0)) return "negative";
  if (first.from !== 0) return "first-bracket-not-zero";
  const ascending = brackets.every((b, i) => i === 0 || b.from > (brackets[i - 1]?.from ?? 0));
  return ascending ? null : "brackets-not-ascending";
}

/** The rule that a stored value says, or null where it says none or a faulty one. */
export function parsePriceRule(json: unknown): PriceRule | null {
  const rule = readRule(json);
  return rule && ruleFault(rule) === null ? rule : null;
}

function readRule(json: unknown): PriceRule | null {
  if (!isRecord(json)) return null;
  const { kind, amount, brackets, rate, floor, ceiling } = json;
  if (kind === "fixed" && isWhole(amount)) return { kind, amount: cents(amount) };
  if (kind === "effort" && isWhole(rate) && isWhole(floor) && isWhole(ceiling)) {
    return { kind, rate, floor: cents(floor), ceiling: cents(ceiling) };
  }
  if (kind !== "brackets" || !Array.isArray(brackets)) return null;
  const read = brackets.map(readBracket);
  return read.every((bracket) => bracket !== null) ? { kind, brackets: read } : null;
}

function readBracket(json: unknown): Bracket | null {
  if (!isRecord(json) || !isWhole(json["from"]) || !isWhole(json["amount"])) return null;
  return { from: json["from"], amount: cents(json["amount"]) };
}

/** The bracket in which a quotient familial falls; null below zero, and where there is none. */
export function bracketOf(brackets: readonly Bracket[], quotientFamilial: number): Bracket | null {
  return brackets.findLast(({ from }) => from <= quotientFamilial) ?? null;
}

/** "de 400,00 à 649,99", "à partir de 1 600,00". */
export function bracketInWords(brackets: readonly Bracket[], { from }: Bracket): string {
  const next = brackets.find((other) => other.from > from);
  return next
    ? `de ${formatHundredths(from)} à ${formatHundredths(next.from - 1)}`
    : `à partir de ${formatHundredths(from)}`;
}

/** "0,345 %", "10 %": up to four decimals, none for show. */
export function formatRate(rate: number): string {
  const whole = Math.floor(rate / 10_000);
  const decimals = String(rate % 10_000)
    .padStart(4, "0")
    .replace(/0+$/, "");
  return `${whole}${decimals === "" ? "" : `,${decimals}`}\u00a0%`;
}

/** Reads "0,345", "0,345 %", "10%"; null where it is no rate of at most four decimals. */
export function parseRate(text: string): number | null {
  const found = /^(\d{1,4})(?:[.,](\d{1,4}))?$/.exec(text.replace(/\s/g, "").replace(/%$/, ""));
  return found ? Number(found[1]) * 10_000 + Number((found[2] ?? "").padEnd(4, "0")) : null;
}

export function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

export function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
