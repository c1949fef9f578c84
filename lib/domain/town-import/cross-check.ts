import { grouped } from "@/lib/domain/grouped";
import { isSameName, plainText, type GuardianFacts } from "@/lib/domain/person";
import { headerOf } from "./fields";
import type { LineProblem } from "./line-texts";
import type { ReadLine } from "./read-line";

/** By line, what a line says against another one of the same file. */
export type CrossProblems = ReadonlyMap<number, readonly LineProblem[]>;

/** What the lines of a file say against each other: families written in two ways, children or addresses twice. */
export function crossCheck(lines: readonly ReadLine[]): CrossProblems {
  const found = new Map<number, LineProblem[]>();
  const add = (line: number, column: string | null, message: string) =>
    found.set(line, [...(found.get(line) ?? []), { column, message }]);
  for (const [, family] of grouped(lines, ({ familyKey }) => familyKey)) familyAgrees(family, add);
  for (const [, twins] of grouped(lines, childKey)) childIsOnce(twins, add);
  sharedAddresses(lines, add);
  return found;
}

type Add = (line: number, column: string | null, message: string) => void;

/** The same for the same child: name and birth date. */
export function childKey({ child }: Pick<ReadLine, "child">): string {
  return `${plainText(child.lastName)}|${plainText(child.firstName)}|${child.birthDate}`;
}

const sameAs = (line: number) => `N’est pas écrit comme à la ligne ${line}, de la même famille.`;

function familyAgrees([first, ...others]: readonly ReadLine[], add: Add): void {
  if (!first) return;
  for (const its of others) {
    if (its.familyName !== "" && first.familyName !== "" && its.familyName !== first.familyName)
      add(its.line, headerOf("familyName"), sameAs(first.line));
    for (const i of [0, 1])
      if (JSON.stringify(its.guardians[i]) !== JSON.stringify(first.guardians[i]))
        add(its.line, `Responsable ${i + 1}`, sameAs(first.line));
    if (its.quotient && JSON.stringify(its.quotient) !== JSON.stringify(first.quotient))
      add(its.line, headerOf("quotient"), sameAs(first.line));
  }
}

/** A child may have a line for each inscription; under two families it may be two children, or have two homes. */
function childIsOnce(lines: readonly ReadLine[], add: Add): void {
  const [first, ...others] = lines;
  if (!first) return;
  const families = new Set(lines.map(({ familyKey }) => familyKey));
  if (families.size > 1) {
    for (const its of lines) {
      const other = lines.find(({ familyKey }) => familyKey !== its.familyKey);
      add(
        its.line,
        null,
        `Un enfant de ce nom, né ce jour, est aussi dans une autre famille, ligne ${other?.line ?? 0}. S’il a deux foyers, importez le premier, puis le second dans un autre fichier.`,
      );
    }
    return;
  }
  for (const its of others) {
    if (its.inscription === null)
      add(its.line, null, `Cet enfant est déjà à la ligne ${first.line}.`);
    else if (
      JSON.stringify([its.child, its.category]) !== JSON.stringify([first.child, first.category])
    )
      add(its.line, null, `Cet enfant n’est pas écrit comme à la ligne ${first.line}.`);
  }
}

/** One address for two persons: both could open one account. */
function sharedAddresses(lines: readonly ReadLine[], add: Add): void {
  const holders = lines.flatMap(({ line, guardians }) =>
    guardians.flatMap((guardian) => (guardian.email === null ? [] : [{ line, guardian }])),
  );
  for (const [email, those] of grouped(holders, ({ guardian }) => guardian.email)) {
    const [first] = those;
    if (!first) continue;
    const other = those.find(({ guardian }) => !isSameName(guardian, first.guardian));
    if (!other) continue;
    for (const { line, guardian } of those) {
      const them = isSameName(guardian, first.guardian) ? other : first;
      add(line, "Courriel", sharedSentence(email ?? "", them.guardian, them.line));
    }
  }
}

const sharedSentence = (email: string, { firstName, lastName }: GuardianFacts, line: number) =>
  `${email} est aussi l’adresse de ${firstName} ${lastName}, ligne ${line}\u00a0: chaque responsable a la sienne.`;
