import type { TariffCategory } from "@/lib/domain/tariff/version";
import { formatHundredths, parseHundredths } from "@/lib/domain/money";
import type { Payer } from "@/lib/domain/tariff/price";
import type { Residence } from "@/lib/domain/tariff/reduction";

/** The situation for which tariffs are simulated: the file's own, or one that somebody tries. */
export interface Situation extends Omit<Payer, "categoryId" | "residence"> {
  readonly categoryId: number;
  readonly residence: Residence;
  /** In hundredths; null where it is not said. It is in no price: the quotient was divided by it. */
  readonly parts: number | null;
}

/** The same as somebody typed it, by the name of each field. Nothing typed is an empty text. */
export interface TypedSituation {
  readonly categorie: string;
  readonly quotient: string;
  readonly enfants: string;
  readonly parts: string;
  readonly rang: string;
  readonly residence: string;
}

export type SituationErrors = Readonly<Partial<Record<keyof TypedSituation, string>>>;

/** The values of the field `residence`. */
export const typedResidence: Readonly<Record<Residence, string>> = {
  inTown: "commune",
  outOfTown: "hors-commune",
};

/** Beyond these, a slip of the finger: an annual income, a missing comma. In hundredths. */
const MOST = { quotient: 10_000_000, parts: 2_000, people: 20 } as const;
const ONE_PART = 100;

/** A value, or why what was typed is none. */
type Read<V> = { readonly value: V } | { readonly error: string };

/** What a quotient field says; empty is a quotient that nobody knows. */
export function readQuotient(typed: string): Read<number | null> {
  if (typed === "") return { value: null };
  if (/^[-−]/.test(typed)) return { error: "Le quotient familial ne peut pas être négatif." };
  const quotient = parseHundredths(typed);
  if (quotient === null)
    return {
      error: "Écrivez le quotient familial en chiffres, par exemple\u00a0640 ou\u00a0640,50.",
    };
  return quotient <= MOST.quotient
    ? { value: quotient }
    : {
        error:
          "Ce quotient familial dépasse 100\u00a0000\u00a0: vérifiez que c’est bien le quotient mensuel.",
      };
}

/** Reads all fields at once: the situation, or what is wrong with each. */
export function readSituation(
  typed: TypedSituation,
):
  | { readonly ok: true; readonly value: Situation }
  | { readonly ok: false; readonly errors: SituationErrors } {
  const read = readFields(typed);
  const { categorie, quotient, enfants, parts, rang, residence } = read;
  if (
    "error" in categorie ||
    "error" in quotient ||
    "error" in enfants ||
    "error" in parts ||
    "error" in rang ||
    "error" in residence
  )
    return { ok: false, errors: errorsOf(read) };
  return {
    ok: true,
    value: {
      categoryId: categorie.value,
      quotientFamilial: quotient.value,
      dependentChildren: enfants.value,
      parts: parts.value,
      rank: rang.value,
      residence: residence.value,
    },
  };
}

function readFields(typed: TypedSituation) {
  return {
    categorie: readCategory(typed.categorie),
    quotient: readQuotient(typed.quotient),
    enfants: readChildren(typed.enfants),
    parts: readParts(typed.parts),
    rang: readRank(typed.rang),
    residence: readResidence(typed.residence),
  };
}

function errorsOf(read: Readonly<Record<keyof TypedSituation, Read<unknown>>>): SituationErrors {
  return Object.fromEntries(
    Object.entries(read).flatMap(([field, its]) => ("error" in its ? [[field, its.error]] : [])),
  );
}

/** What the answers say against each other: the residents' category, and living elsewhere. */
export function contradictionOf(
  category: TariffCategory | undefined,
  { residence }: Situation,
): SituationErrors | null {
  if (!category || category.residence === null || category.residence === residence) return null;
  const whom =
    category.residence === "inTown" ? "qui habitent la commune" : "qui habitent une autre commune";
  return {
    residence: `La catégorie «\u00a0${category.label}\u00a0» est celle des familles ${whom}. Changez cette réponse, ou choisissez une autre catégorie.`,
  };
}

/** The fields that say this situation. */
export function typedSituation(
  its: Omit<Situation, "categoryId" | "residence"> & {
    readonly categoryId: number | null;
    readonly residence: Residence | null;
  },
): TypedSituation {
  return {
    categorie: its.categoryId === null ? "" : String(its.categoryId),
    quotient: its.quotientFamilial === null ? "" : formatHundredths(its.quotientFamilial),
    enfants: String(its.dependentChildren),
    parts: its.parts === null ? "" : formatParts(its.parts),
    rang: String(its.rank),
    residence: its.residence === null ? "" : typedResidence[its.residence],
  };
}

/** "1", "2,5": parts of a quotient familial, from hundredths. */
export function formatParts(parts: number): string {
  return formatHundredths(parts).replace(/,?0+$/, "");
}

function readCategory(typed: string): Read<number> {
  return /^[1-9]\d{0,8}$/.test(typed)
    ? { value: Number(typed) }
    : { error: "Choisissez la catégorie de l’enfant." };
}

function readChildren(typed: string): Read<number> {
  const count = readCount(typed);
  return count !== null && count <= MOST.people
    ? { value: count }
    : { error: `Indiquez le nombre d’enfants à charge, de 0 à ${MOST.people}.` };
}

/** Nothing typed: the eldest, for whom nothing is taken off. */
function readRank(typed: string): Read<number> {
  if (typed === "") return { value: 1 };
  const rank = readCount(typed);
  return rank !== null && rank >= 1 && rank <= MOST.people
    ? { value: rank }
    : { error: `Indiquez le rang de l’enfant, de 1 (l’aîné) à ${MOST.people}.` };
}

function readParts(typed: string): Read<number | null> {
  if (typed === "") return { value: null };
  const parts = parseHundredths(typed);
  return parts !== null && parts >= ONE_PART && parts <= MOST.parts
    ? { value: parts }
    : { error: "Indiquez le nombre de parts, de 1 à 20, par exemple\u00a02 ou\u00a02,5." };
}

function readResidence(typed: string): Read<Residence> {
  if (typed === typedResidence.inTown) return { value: "inTown" };
  if (typed === typedResidence.outOfTown) return { value: "outOfTown" };
  return { error: "Dites si vous habitez la commune." };
}

function readCount(typed: string): number | null {
  return /^\d{1,3}$/.test(typed) ? Number(typed) : null;
}

/** Why a quotient to compare with is none; null where it is one, or nothing was typed. */
export function comparisonError(typed: string): string | null {
  const read = readQuotient(typed);
  return "error" in read ? read.error : null;
}

/** The fields by which what was typed says another situation than the file. */
export function triedFields(
  typed: TypedSituation,
  known: TypedSituation,
): readonly (keyof TypedSituation)[] {
  const [first, second] = [readFields(typed), readFields(known)];
  const fields: readonly (keyof TypedSituation)[] = [
    "residence",
    "quotient",
    "categorie",
    "enfants",
    "parts",
    "rang",
  ];
  return fields.filter((name) => JSON.stringify(first[name]) !== JSON.stringify(second[name]));
}
