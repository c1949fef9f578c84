import type { ClosingPeriod, CutOffRule, DatedRule } from "./cut-off";
import { parseCutOffRule } from "./cut-off-rule";
import { parseDay, parseTimeOfDay } from "./day";

/** A form holds as many periods with a date of their own, empty rows included. */
export const MOST_PERIODS = 12;

/** The kinds that a form chooses from: periods with a date of their own are added to one of them. */
export type CutOffKind = DatedRule["kind"];

export const cutOffKindLabel: Readonly<Record<CutOffKind, string>> = {
  none: "Jusqu’au jour même, sans délai",
  daysBefore: "Un nombre de jours avant",
  hoursBefore: "Un nombre d’heures avant le début",
  weekdayBefore: "Un jour de la semaine qui précède",
  schoolWeekdayBefore: "Un jour de la semaine qui précède, s’il y a école",
  weekdayOfWeekBefore: "Un jour de la semaine précédente, ou de celle d’avant",
  dayOfPreviousMonth: "Une date du mois précédent",
};

export type CutOffControl =
  "kind" | "days" | "skip" | "hours" | "weekday" | "weeks" | "dayOfMonth" | "at" | "periodsAt";

/** The controls that a kind needs; the others are not read. */
export const controlsOfKind: Readonly<Record<CutOffKind, readonly CutOffControl[]>> = {
  none: [],
  daysBefore: ["days", "skip", "at"],
  hoursBefore: ["hours"],
  weekdayBefore: ["weekday", "at"],
  schoolWeekdayBefore: ["weekday", "at"],
  weekdayOfWeekBefore: ["weekday", "weeks", "at"],
  dayOfPreviousMonth: ["dayOfMonth", "at"],
};

/** What a form's controls hold, by name: `from0`, `to0` and `until0` are the first period's. */
export type TypedCutOff = Readonly<Record<string, string | undefined>>;

export interface CutOffProblem {
  readonly control: string;
  readonly problem: string;
}

export type ReadCutOff =
  | { readonly ok: true; readonly rule: CutOffRule }
  | { readonly ok: false; readonly problems: readonly CutOffProblem[] };

/** The controls from which the form of a rule starts. */
export function cutOffControls(rule: CutOffRule): Record<string, string> {
  if (rule.kind !== "periodDates") return datedControls(rule);
  const periods = rule.periods.flatMap(({ from, to, until }, i) => [
    [`from${i}`, from],
    [`to${i}`, to],
    [`until${i}`, until],
  ]);
  return {
    ...datedControls(rule.otherwise),
    periodsAt: rule.at,
    ...(Object.fromEntries(periods) as Record<string, string>),
  };
}

function datedControls(rule: DatedRule): Record<string, string> {
  return Object.fromEntries(Object.entries(rule).map(([name, value]) => [name, String(value)]));
}

/** The rule that was typed, or what is wrong, control by control. */
export function readCutOff(typed: TypedCutOff): ReadCutOff {
  const dated = datedProblems(typed);
  const rows = Array.from({ length: MOST_PERIODS }, (_, i) => i).filter((i) => isFilled(typed, i));
  const problems = [...dated, ...periodProblems(typed, rows)];
  if (problems.length > 0) return { ok: false, problems };
  const otherwise = datedJson(typed);
  const periods = rows.map((i) => ({
    from: typed[`from${i}`],
    to: typed[`to${i}`],
    until: typed[`until${i}`],
  }));
  const json =
    rows.length === 0
      ? otherwise
      : { kind: "periodDates", periods, at: typed["periodsAt"], otherwise };
  const rule = parseCutOffRule(json);
  return rule
    ? { ok: true, rule }
    : { ok: false, problems: [{ control: "kind", problem: problemOf.kind }] };
}

const problemOf: Readonly<Record<CutOffControl, string>> = {
  kind: "Choisissez un délai.",
  days: "Donnez un nombre de jours, de 0 à 365.",
  skip: "Dites quels jours ne comptent pas.",
  hours: "Donnez un nombre d’heures, de 0 à 744.",
  weekday: "Choisissez un jour de la semaine.",
  weeks: "Dites de quelle semaine.",
  dayOfMonth: "Donnez une date du mois, de 1 à 31.",
  at: "Donnez une heure, par exemple 23:59.",
  periodsAt: "Donnez l’heure à laquelle ces périodes ferment, par exemple 23:59.",
};

const isKind = (kind: string): kind is CutOffKind => Object.hasOwn(cutOffKindLabel, kind);

/** One control is wrong where the rule is none with it, and is one with its own most usual value. */
function datedProblems(typed: TypedCutOff): CutOffProblem[] {
  const kind = typed["kind"] ?? "";
  if (!isKind(kind)) return [{ control: "kind", problem: problemOf.kind }];
  return controlsOfKind[kind]
    .filter((control) => !isFine(kind, control, typed[control] ?? ""))
    .map((control) => ({ control, problem: problemIn(kind, control) }));
}

function problemIn(kind: CutOffKind, control: CutOffControl): string {
  return kind === "schoolWeekdayBefore" && control === "weekday"
    ? "Choisissez un jour du lundi au vendredi."
    : problemOf[control];
}

const usual: Readonly<Record<string, string>> = {
  days: "1",
  skip: "none",
  hours: "1",
  weekday: "1",
  weeks: "1",
  dayOfMonth: "1",
  at: "23:59",
};

function isFine(kind: CutOffKind, control: CutOffControl, value: string): boolean {
  return parseCutOffRule(datedJson({ ...usual, kind, [control]: value })) !== null;
}

const numbers: readonly CutOffControl[] = ["days", "hours", "weekday", "weeks", "dayOfMonth"];

function datedJson(typed: TypedCutOff): Record<string, unknown> {
  const json: Record<string, unknown> = { kind: typed["kind"] };
  for (const control of isKind(typed["kind"] ?? "") ? allControls : []) {
    const text = typed[control] ?? "";
    json[control] = numbers.includes(control) ? wholeOf(text) : text;
  }
  return json;
}

const allControls: readonly CutOffControl[] = [...numbers, "skip", "at"];

const wholeOf = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null);

function isFilled(typed: TypedCutOff, i: number): boolean {
  return [`from${i}`, `to${i}`, `until${i}`].some((control) => (typed[control] ?? "") !== "");
}

function periodProblems(typed: TypedCutOff, rows: readonly number[]): CutOffProblem[] {
  const periods: ClosingPeriod[] = [];
  const problems: CutOffProblem[] = [];
  for (const i of rows) {
    const found = periodProblem(typed, i, periods);
    if (found) problems.push(found);
  }
  const isTimed = parseTimeOfDay(typed["periodsAt"] ?? "") !== null;
  if (rows.length > 0 && !isTimed)
    problems.push({ control: "periodsAt", problem: problemOf.periodsAt });
  return problems;
}

/** What is wrong with a row; a good one joins those before it. */
function periodProblem(
  typed: TypedCutOff,
  i: number,
  before: ClosingPeriod[],
): CutOffProblem | null {
  const [from, to, until] = [`from${i}`, `to${i}`, `until${i}`].map((control) =>
    parseDay(typed[control] ?? ""),
  );
  if (!from || !to || !until)
    return {
      control: !from ? `from${i}` : !to ? `to${i}` : `until${i}`,
      problem: "Donnez les trois dates de la période, ou aucune.",
    };
  if (to < from) return { control: `to${i}`, problem: "La période se termine avant de commencer." };
  if (until > to)
    return {
      control: `until${i}`,
      problem: "Le dernier jour pour changer vient après la fin de la période.",
    };
  if (before.some((other) => other.from <= to && from <= other.to))
    return { control: `from${i}`, problem: "Cette période en recouvre une autre." };
  before.push({ from, to, until });
  return null;
}
