import { cents, parseHundredths } from "@/lib/domain/money";
import {
  named,
  type Reduction,
  type ReductionCondition,
  type ReductionOff,
} from "@/lib/domain/tariff/reduction";
import { parseRate } from "@/lib/domain/tariff/rule";
import {
  figureProblem,
  rateProblem,
  typedAmount,
  typedRate,
  type TypedProblem,
} from "@/lib/domain/tariff/typed-grid";

/** A reduction as it stands in the form, texts as they were typed. */
export interface TypedReduction {
  label: string;
  condition: ReductionCondition["kind"];
  atLeast: string;
  residence: "inTown" | "outOfTown";
  offKind: ReductionOff["kind"];
  off: string;
  /** Ids, as boxes hold them. Empty: every unit, every category. */
  unitIds: string[];
  categoryIds: string[];
}

export const emptyReduction: TypedReduction = {
  label: "",
  condition: "dependentChildren",
  atLeast: "3",
  residence: "inTown",
  offKind: "percent",
  off: "",
  unitIds: [],
  categoryIds: [],
};

export const LONGEST_LABEL = 100;

export function typedReductionOf({
  label,
  when,
  off,
  unitIds,
  categoryIds,
}: Reduction): TypedReduction {
  return {
    label,
    condition: when.kind,
    atLeast: when.kind === "residence" ? emptyReduction.atLeast : String(when.atLeast),
    residence: when.kind === "residence" ? when.is : emptyReduction.residence,
    offKind: off.kind,
    off: off.kind === "percent" ? typedRate(off.rate) : typedAmount(off.amount),
    unitIds: named(unitIds).map(String),
    categoryIds: named(categoryIds).map(String),
  };
}

/** What was typed as reductions, in their order, or everything that must be mended. */
export function readTypedReductions(typed: readonly TypedReduction[]): {
  reductions: Reduction[];
  problems: TypedProblem[];
} {
  const problems: TypedProblem[] = [];
  const reductions = typed.flatMap((one, i) => {
    const found = reductionProblems(one, `reductions.${i}`, `Réduction ${i + 1}`);
    problems.push(...found);
    return found.length > 0 ? [] : [reductionOf(one)];
  });
  return { reductions, problems };
}

function reductionOf(typed: TypedReduction): Reduction {
  const { label, unitIds, categoryIds } = typed;
  return {
    label: label.trim(),
    when: conditionOf(typed),
    off: offOf(typed),
    unitIds: unitIds.length === 0 ? "every" : unitIds.map(Number),
    categoryIds: categoryIds.length === 0 ? "every" : categoryIds.map(Number),
  };
}

function conditionOf({ condition, atLeast, residence }: TypedReduction): ReductionCondition {
  return condition === "residence"
    ? { kind: condition, is: residence }
    : { kind: condition, atLeast: Number(atLeast.trim()) };
}

function offOf({ offKind, off }: TypedReduction): ReductionOff {
  return offKind === "percent"
    ? { kind: offKind, rate: parseRate(off) ?? 0 }
    : { kind: offKind, amount: cents(parseHundredths(off) ?? 0) };
}

function reductionProblems(typed: TypedReduction, field: string, name: string): TypedProblem[] {
  const problems: TypedProblem[] = [];
  const say = (part: keyof TypedReduction, message: string) =>
    problems.push({ field: `${field}.${part}`, message: `${name}, ${message}` });
  const label = typed.label.trim();
  if (label === "")
    say("label", "nom\u00a0: écrivez-en un, il se lit dans l’explication des prix.");
  if (label.length > LONGEST_LABEL) say("label", `nom\u00a0: ${LONGEST_LABEL} caractères au plus.`);
  if (typed.condition !== "residence" && !/^\s*([1-9]|1\d|20)\s*$/.test(typed.atLeast))
    say("atLeast", "nombre d’enfants\u00a0: écrivez un nombre de 1 à 20.");
  const problem = typed.offKind === "percent" ? rateProblem(typed.off) : offProblem(typed.off);
  if (problem !== null) say("off", `ce qui est déduit\u00a0: ${problem}`);
  return problems;
}

function offProblem(text: string): string | null {
  return (
    figureProblem(text) ?? (parseHundredths(text) === 0 ? "un montant nul ne déduit rien." : null)
  );
}
