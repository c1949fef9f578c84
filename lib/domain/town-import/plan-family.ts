import { formatDay } from "@/lib/domain/day-words";
import { grouped } from "@/lib/domain/grouped";
import { plainText, type GuardianFacts } from "@/lib/domain/person";
import type { DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";
import { mergeGuardian, type Change } from "./changes";
import type { Comparison } from "./comparison";
import { childKey } from "./cross-check";
import { headerOf } from "./fields";
import {
  wrongLine,
  type PlannedFamily,
  type PlannedGuardian,
  type ReportLine,
} from "./import-plan";
import type { KnownFamily } from "./known-town";
import { guardianIn } from "./match-family";
import { matchOf, planChild, type ChildMatched, type ToldLine } from "./plan-child";
import type { LineProblem } from "./line-texts";
import type { ReadLine } from "./read-line";

interface FamilyOutcome {
  readonly family: PlannedFamily | null;
  readonly lines: readonly ReportLine[];
}

/** What the lines of one family of the file change. They agree with each other (`crossCheck`). */
export function planFamily(lines: readonly ReadLine[], against: Comparison): FamilyOutcome {
  const [first] = lines;
  if (!first) return { family: null, lines: [] };
  const allWrong = (problems: readonly LineProblem[]): FamilyOutcome => ({
    family: null,
    lines: lines.map((its) => wrongLine(its.line, problems, its)),
  });
  const children = grouped(lines, childKey).map(([, its]) => matchOf(its, against));
  const found = against.familyFinder.find(
    first.guardians,
    children.flatMap(({ known }) => (known ? [known] : [])),
  );
  if (found.kind === "several")
    return allWrong([{ column: headerOf("familyKey"), message: severalSentence(found.names) }]);
  const known = found.kind === "one" ? found.family : null;
  const problems = [
    ...takenProblems(known, first.line, against),
    ...first.guardians.flatMap((its) => addressProblems(its, known, against)),
    ...quotientProblems(known, first.quotient),
  ];
  if (problems.length > 0) return allWrong(problems);
  return planMembers(first, children, known, against);
}

function planMembers(
  first: ReadLine,
  children: readonly ChildMatched[],
  known: KnownFamily | null,
  against: Comparison,
): FamilyOutcome {
  const planned = children.map((child) => planChild(child, known, against));
  const told = planned.flatMap(({ lines }) => lines);
  const taken = planned.flatMap(({ child }) => (child ? [child] : []));
  // Nobody of it is taken: neither are its guardians.
  if (taken.length === 0) return { family: null, lines: told.map(reportLine) };
  if (known) against.takenFamilies.set(known.id, first.line);
  const guardians = first.guardians.map((its) => planGuardian(its, known));
  const quotient = known?.quotients.some(({ from }) => from === first.quotient?.from)
    ? null
    : first.quotient;
  const ofFamily: Change[] = [
    ...guardians.flatMap(({ changes }) => (known ? changes : [])),
    ...(quotient && known ? [quotientChange(quotient)] : []),
  ];
  const lead = told.find(({ isTaken }) => isTaken);
  const lines = told.map((one) => (one === lead ? withChanges(one, ofFamily) : one));
  const kept = taken.filter(
    ({ id, changes, joins, categoryId, inscriptions }) =>
      id === null || joins || categoryId !== null || changes.length + inscriptions.length > 0,
  );
  const isSame = known !== null && ofFamily.length === 0 && kept.length === 0;
  const family: PlannedFamily = {
    id: known?.id ?? null,
    key: first.familyKey,
    name: known?.name ?? nameOf(first),
    guardians: guardians.filter(({ id, changes }) => id === null || changes.length > 0),
    children: kept,
    quotient,
  };
  return { family: isSame ? null : family, lines: lines.map(reportLine) };
}

const reportLine = ({ isTaken: _isTaken, ...line }: ToldLine): ReportLine => line;

function withChanges(line: ToldLine, more: readonly Change[]): ToldLine {
  if (more.length === 0) return line;
  const verdict = line.verdict === "same" ? "changed" : line.verdict;
  return { ...line, verdict, changes: [...line.changes, ...more] };
}

/** "Dupont", or both names where the guardians have two. */
function nameOf({ familyName, guardians }: ReadLine): string {
  if (familyName !== "") return familyName;
  const [one, other] = guardians.map(({ lastName }) => lastName);
  const both =
    one !== undefined && other !== undefined && plainText(one) !== plainText(other)
      ? `${one}-${other}`
      : (one ?? "");
  return both.slice(0, 100);
}

function planGuardian(its: GuardianFacts, family: KnownFamily | null): PlannedGuardian {
  const known = family && guardianIn(family, its);
  if (known) return { id: known.id, ...mergeGuardian(known, its) };
  const now = `${its.firstName} ${its.lastName}`;
  return { id: null, facts: its, changes: [{ what: "responsable ajouté", was: null, now }] };
}

/** An address that somebody else of the town has: one of the two is written wrong. */
function addressProblems(
  its: GuardianFacts,
  family: KnownFamily | null,
  { addresses }: Comparison,
): LineProblem[] {
  const holders = its.email === null ? [] : (addresses.get(its.email) ?? []);
  const known = family && guardianIn(family, its);
  const other = holders.find(
    (one) => one !== known && plainText(one.firstName) !== plainText(its.firstName),
  );
  if (!other) return [];
  const message = `${its.email ?? ""} est déjà l’adresse de ${other.firstName} ${other.lastName} au portail\u00a0: chaque responsable a la sienne.`;
  return [{ column: "Courriel", message }];
}

function quotientProblems(family: KnownFamily | null, its: DetailedQuotient | null): LineProblem[] {
  const same = its && family?.quotients.find(({ from }) => from === its.from);
  const differs =
    same &&
    (["quotientFamilial", "parts", "dependentChildren", "residence"] as const).some(
      (figure) => same[figure] !== its[figure],
    );
  if (!differs) return [];
  const message = `Le portail connaît déjà une autre situation au ${formatDay(its.from, "numeric")}\u00a0: corrigez-la dans le dossier de la famille.`;
  return [{ column: headerOf("quotient"), message }];
}

function quotientChange({ from, quotientFamilial }: DetailedQuotient): Change {
  const value =
    quotientFamilial === null ? "non connu" : String(quotientFamilial / 100).replace(".", ",");
  return {
    what: "quotient familial",
    was: null,
    now: `${value}, à partir du ${formatDay(from, "numeric")}`,
  };
}

function takenProblems(
  known: KnownFamily | null,
  line: number,
  { takenFamilies }: Comparison,
): LineProblem[] {
  const earlier = known ? takenFamilies.get(known.id) : undefined;
  if (earlier === undefined || earlier === line) return [];
  const message = `Cette famille du portail est déjà celle de la ligne ${earlier}, sous un autre numéro\u00a0: donnez-leur le même.`;
  return [{ column: headerOf("familyKey"), message }];
}

const severalSentence = (names: readonly string[]) =>
  `Ces responsables sont au portail dans plusieurs familles (${names.join(", ")})\u00a0: donnez un numéro à chaque foyer.`;
