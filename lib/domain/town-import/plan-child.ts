import { formatDay, formatPeriod } from "@/lib/domain/day-words";
import { plainText } from "@/lib/domain/person";
import { mergeChild, type Change } from "./changes";
import type { Comparison } from "./comparison";
import { headerOf } from "./fields";
import type { ImportVerdict, PlannedChild, ReportLine } from "./import-plan";
import type { KnownChild, KnownFamily, KnownInscription } from "./known-town";
import { planInscription } from "./plan-inscription";
import type { LineProblem } from "./line-texts";
import type { ReadLine } from "./read-line";

/** A child of the file with its lines, and the town's child that it is. */
export interface ChildMatched {
  readonly lines: readonly ReadLine[];
  /** Null: a new one, or one on which nobody has decided. */
  readonly known: KnownChild | null;
  /** Somebody must say whether it is this one. */
  readonly doubt: KnownChild | null;
  /** Somebody said so. */
  readonly isChosen: boolean;
  readonly alike: KnownChild | null;
}

/** A line of the report; `isTaken`: something of it is written, or stands already. */
export interface ToldLine extends ReportLine {
  readonly isTaken: boolean;
}

/** Which of the town's children these lines are about. */
export function matchOf(lines: readonly ReadLine[], against: Comparison): ChildMatched {
  const [first] = lines;
  if (!first) throw new Error("A child has one line at least");
  const found = against.childFinder.find(first.child, first.guardians);
  const choice = lines
    .map(({ line }) => against.choices.get(line))
    .find((one) => one !== undefined);
  const alike = found.kind === "none" ? null : found.child;
  if (alike === null || choice === "other")
    return { lines, known: null, doubt: null, isChosen: true, alike };
  if (choice === "same") return { lines, known: alike, doubt: null, isChosen: true, alike };
  return found.kind === "same"
    ? { lines, known: alike, doubt: null, isChosen: false, alike }
    : { lines, known: null, doubt: alike, isChosen: false, alike };
}

interface ChildOutcome {
  readonly child: PlannedChild | null;
  readonly lines: readonly ToldLine[];
}

/** What the lines of one child change, in the family that it is in (null: a new one). */
export function planChild(
  its: ChildMatched,
  family: KnownFamily | null,
  against: Comparison,
): ChildOutcome {
  const { lines, known, isChosen } = its;
  const isHere = known !== null && known.homes.some(({ familyId }) => familyId === family?.id);
  const doubt = its.doubt ?? (known && !isHere && !isChosen ? known : null);
  const none = (verdict: ImportVerdict, problems: readonly LineProblem[]): ChildOutcome => ({
    child: null,
    lines: lines.map((line) =>
      told(line, verdict, { problems, alike: doubt ?? its.alike }, against),
    ),
  });
  if (doubt) return none("doubtful", []);
  const earlier = known ? against.takenChildren.get(known.id) : undefined;
  if (earlier !== undefined)
    return none("wrong", [
      { column: null, message: `C’est le même enfant du portail qu’à la ligne ${earlier}.` },
    ]);
  if (known) against.takenChildren.set(known.id, lines[0]?.line ?? 0);
  return takeChild(its, { family, isHere }, against);
}

function takeChild(
  { lines, known, alike, isChosen }: ChildMatched,
  { family, isHere }: { family: KnownFamily | null; isHere: boolean },
  against: Comparison,
): ChildOutcome {
  const [first] = lines;
  if (!first) throw new Error("A child has one line at least");
  const merged = known ? mergeChild(known, first.child) : { facts: first.child, changes: [] };
  const category = planCategory(first, known, family, against);
  const ofChild: readonly Change[] = [
    ...merged.changes,
    ...(known && !isHere ? [{ what: "second foyer", was: null, now: first.familyKey }] : []),
    ...("change" in category && known ? [category.change] : []),
  ];
  const its = { isNew: known === null, alike: isChosen ? alike : null };
  const added: KnownInscription[] = [];
  const report: ToldLine[] = [];
  for (const line of lines) {
    const planned = inscriptionOf(line, [...(known?.inscriptions ?? []), ...added], against);
    const wrong = [...("problem" in category ? [category.problem] : []), ...planned.problems];
    if (planned.add) added.push(planned.add);
    const isLead = !report.some(({ isTaken }) => isTaken);
    const changes = known ? [...(isLead ? ofChild : []), ...planned.changes] : [];
    report.push(
      wrong.length > 0
        ? told(line, "wrong", { problems: wrong, alike: its.alike }, against)
        : {
            ...told(line, verdictOf(its.isNew, changes), { changes, ...its }, against),
            isTaken: true,
          },
    );
  }
  if (!report.some(({ isTaken }) => isTaken)) return { child: null, lines: report };
  const child: PlannedChild = {
    id: known?.id ?? null,
    ...merged,
    joins: known !== null && !isHere,
    categoryId: "change" in category ? category.id : null,
    inscriptions: added,
  };
  return { child, lines: report };
}

function verdictOf(isNew: boolean, changes: readonly Change[]): ImportVerdict {
  if (isNew) return "added";
  return changes.length > 0 ? "changed" : "same";
}

/** The inscription that a line adds to those that the child holds; nothing where it asks for none. */
function inscriptionOf(
  { inscription }: ReadLine,
  held: readonly KnownInscription[],
  { groups, today }: Comparison,
): { add: KnownInscription | null; changes: readonly Change[]; problems: readonly LineProblem[] } {
  const nothing = { add: null, changes: [], problems: [] };
  const planned = inscription && planInscription(inscription, held, groups, today);
  switch (planned?.kind) {
    case undefined:
    case "same":
      return nothing;
    case "wrong":
      return { ...nothing, problems: [planned.problem] };
    case "add": {
      const { label, activityLabel, code } = planned.group;
      const now = `${activityLabel}, ${label ?? code}, ${formatPeriod(planned.inscription)}`;
      const change = { what: "inscription ajoutée", was: null, now };
      return { add: planned.inscription, changes: [change], problems: [] };
    }
  }
}

type PlannedCategory =
  | { readonly stays: true }
  | { readonly problem: LineProblem }
  | { readonly id: number; readonly change: Change };

function planCategory(
  { category }: ReadLine,
  known: KnownChild | null,
  family: KnownFamily | null,
  { categories }: Comparison,
): PlannedCategory {
  if (category === "") return { stays: true };
  const its = categories.get(plainText(category));
  if (!its) {
    const message =
      "Cette catégorie de tarif n’existe pas au portail. Écrivez son nom, comme dans les tarifs.";
    return { problem: { column: headerOf("category"), message } };
  }
  const before = known?.homes.find(({ familyId }) => familyId === family?.id)?.categoryId ?? null;
  if (before === its.id) return { stays: true };
  const was = [...categories.values()].find(({ id }) => id === before)?.label ?? null;
  return { id: its.id, change: { what: "catégorie de tarif", was, now: its.label } };
}

function told(
  { line, child, familyKey }: ReadLine,
  verdict: ImportVerdict,
  its: {
    readonly changes?: readonly Change[];
    readonly problems?: readonly LineProblem[];
    readonly alike: KnownChild | null;
  },
  { familyNames }: Comparison,
): ToldLine {
  const { changes = [], problems = [], alike } = its;
  return {
    line,
    verdict,
    child: `${child.firstName} ${child.lastName}`,
    family: familyKey,
    changes,
    problems,
    alike: alike && alikeWords(alike, familyNames),
    isTaken: false,
  };
}

function alikeWords(its: KnownChild, familyNames: ReadonlyMap<number, string>): string {
  const born = its.birthDate === null ? "" : `, né(e) le ${formatDay(its.birthDate, "numeric")}`;
  const homes = its.homes.map(({ familyId }) => familyNames.get(familyId) ?? "").join(" et ");
  return `${its.firstName} ${its.lastName}${born}, famille ${homes}`;
}
