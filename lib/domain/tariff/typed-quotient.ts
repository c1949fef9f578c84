import { parseDay, type Day } from "@/lib/domain/day";
import { formatHundredths, parseCents, parseHundredths, type Cents } from "@/lib/domain/money";
import type { DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";
import type { Residence } from "@/lib/domain/tariff/reduction";
import { formatParts, readQuotient, typedResidence } from "@/lib/domain/tariff/situation";

/** A family's means as an agent types them, by the name of each field. Nothing typed is an empty text. */
export interface TypedQuotient {
  readonly from: string;
  readonly quotient: string;
  readonly parts: string;
  readonly children: string;
  readonly residence: string;
  readonly source: string;
  readonly income: string;
  readonly benefits: string;
}

export type QuotientErrors = Readonly<Partial<Record<keyof TypedQuotient, string>>>;

export type ReadQuotient =
  | { readonly ok: true; readonly value: DetailedQuotient }
  | { readonly ok: false; readonly errors: QuotientErrors };

type Read<V> = { readonly value: V } | { readonly error: string };

/** Beyond these, a slip of the finger; all fit the columns. Parts in hundredths, amounts in cents. */
const MOST = { parts: 2_000, children: 20, source: 120, amount: 1_000_000_000 } as const;
const ONE_PART = 100;
/** Before, nobody's file begins; far after, a wrong year. */
const FIRST_YEAR = "2000";
const LAST_YEAR = "2099";

/** Reads all fields at once: the entry, or what is wrong with each. */
export function readTypedQuotient(typed: TypedQuotient): ReadQuotient {
  const read = {
    from: readFrom(typed.from),
    quotient: readQuotient(typed.quotient.trim()),
    parts: readParts(typed.parts),
    children: readChildren(typed.children),
    residence: readResidence(typed.residence),
    source: readSource(typed.source),
    income: readAmount(typed.income, "les revenus de l’année"),
    benefits: readAmount(typed.benefits, "les prestations du mois"),
  };
  const { from, quotient, parts, children, residence, source, income, benefits } = read;
  if (
    "error" in from ||
    "error" in quotient ||
    "error" in parts ||
    "error" in children ||
    "error" in residence ||
    "error" in source ||
    "error" in income ||
    "error" in benefits
  )
    return { ok: false, errors: errorsOf(read) };
  return {
    ok: true,
    value: {
      from: from.value,
      quotientFamilial: quotient.value,
      parts: parts.value,
      dependentChildren: children.value,
      residence: residence.value,
      source: source.value,
      annualIncome: income.value,
      monthlyBenefits: benefits.value,
    },
  };
}

/** The fields that say this entry. */
export function typedQuotient(its: DetailedQuotient): TypedQuotient {
  const amount = (n: Cents | null) => (n === null ? "" : formatHundredths(n));
  return {
    from: its.from,
    quotient: its.quotientFamilial === null ? "" : formatHundredths(its.quotientFamilial),
    parts: formatParts(its.parts),
    children: String(its.dependentChildren),
    residence: typedResidence[its.residence],
    source: its.source,
    income: amount(its.annualIncome),
    benefits: amount(its.monthlyBenefits),
  };
}

function errorsOf(read: Readonly<Record<keyof TypedQuotient, Read<unknown>>>): QuotientErrors {
  return Object.fromEntries(
    Object.entries(read).flatMap(([field, its]) => ("error" in its ? [[field, its.error]] : [])),
  );
}

function readFrom(typed: string): Read<Day> {
  const from = parseDay(typed);
  return from !== null && from >= FIRST_YEAR && from <= `${LAST_YEAR}-12-31`
    ? { value: from }
    : { error: "Donnez le premier jour, avec son année." };
}

function readParts(typed: string): Read<number> {
  const parts = parseHundredths(typed);
  return parts !== null && parts >= ONE_PART && parts <= MOST.parts
    ? { value: parts }
    : { error: "Indiquez le nombre de parts, de 1 à 20, par exemple\u00a02 ou\u00a02,5." };
}

function readChildren(typed: string): Read<number> {
  const count = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : null;
  return count !== null && count <= MOST.children
    ? { value: count }
    : { error: `Indiquez le nombre d’enfants à charge, de 0 à ${MOST.children}.` };
}

function readResidence(typed: string): Read<Residence> {
  if (typed === typedResidence.inTown) return { value: "inTown" };
  if (typed === typedResidence.outOfTown) return { value: "outOfTown" };
  return { error: "Dites si la famille habite la commune." };
}

function readSource(typed: string): Read<string> {
  const source = typed.replace(/\s+/g, " ").trim();
  if (source === "")
    return {
      error: "Dites d’où viennent ces chiffres, par exemple «\u00a0Avis d’imposition 2025\u00a0».",
    };
  return source.length <= MOST.source
    ? { value: source }
    : { error: `Raccourcissez la source\u00a0: ${MOST.source} caractères au plus.` };
}

/** Nothing typed: the town does not know it. */
function readAmount(typed: string, what: string): Read<Cents | null> {
  if (typed.trim() === "") return { value: null };
  const amount = parseCents(typed);
  if (amount === null)
    return {
      error: `Écrivez ${what} en euros, par exemple\u00a030\u00a0420 ou\u00a030\u00a0420,50.`,
    };
  return amount <= MOST.amount
    ? { value: amount }
    : { error: `Vérifiez ${what}\u00a0: 10\u00a0000\u00a0000\u00a0€ au plus.` };
}
