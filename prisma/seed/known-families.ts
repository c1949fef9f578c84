import type { Tx } from "@/lib/commit";
import {
  aFamily,
  type BuiltChild,
  type BuiltFamily,
  type ChildSpec,
} from "@/tests/support/builders/family";
import { type FamilyFacts, familyFacts, type SendingFacts } from "./facts";
import { type DemoInscription, type Sending, ticked } from "./sending";
import { type DemoTown, groupNamed, unitIdOf } from "./town";

/** The families of the data file, whose guardians have demo accounts, with what they sent. */
export async function writeKnownFamilies(
  db: Tx,
  town: DemoTown,
  passwordHash: string,
): Promise<{ families: BuiltFamily[]; sendings: Sending[] }> {
  const families: BuiltFamily[] = [];
  const children = new Map<string, BuiltChild>();
  const accounts = new Map<string, string>();
  const sendings: Sending[] = [];
  for (const facts of familyFacts) {
    const family = await aFamily(db, {
      name: facts.name,
      guardians: facts.guardians.map(({ about: _, ...g }) => {
        const existing = accounts.get(g.email);
        return { ...g, account: existing ? { existing } : { passwordHash } };
      }),
      children: facts.children.map((child) => childSpec(town, child, children)),
    });
    families.push(family);
    // Whoever is a parent of two families has one account.
    for (const { email, accountId } of family.guardians)
      if (email && accountId) accounts.set(email, accountId);
    for (const child of family.children) {
      const key = `${facts.name} ${child.firstName}`;
      if (child.inscriptions.length > 0) children.set(key, child);
    }
    for (const sending of facts.sendings)
      sendings.push(sent(town, family, [...children.values()], sending));
  }
  return { families, sendings };
}

function childSpec(
  town: DemoTown,
  child: FamilyFacts["children"][number],
  written: ReadonlyMap<string, BuiltChild>,
): ChildSpec {
  if ("sameAs" in child) {
    const existing = written.get(`${child.sameAs.family} ${child.sameAs.firstName}`);
    if (!existing) throw new Error(`No child ${child.sameAs.firstName} before this family`);
    return { existing };
  }
  const { groups, lastName, category: _, ...rest } = child;
  const years = [...town.schoolYears.keys()];
  return {
    ...rest,
    ...(lastName && { lastName }),
    inscriptions: years.flatMap((year) =>
      groups.map((code) => ({ group: groupNamed(town, code, year).row })),
    ),
  };
}

function sent(
  town: DemoTown,
  family: BuiltFamily,
  children: readonly BuiltChild[],
  facts: SendingFacts,
): Sending {
  const own = children.filter(({ id }) => family.children.some((child) => child.id === id));
  const inscriptions = inscriptionsOf(town, own, facts.schoolYear);
  const weeks = facts.weeks.map((week) =>
    week.flatMap(({ child, group, unit, weekdays }) => {
      const childId = own.find(({ firstName }) => firstName === child)?.id;
      const its = inscriptions.find((i) => i.childId === childId && i.group.facts.code === group);
      if (!its) throw new Error(`${child} has no inscription in ${group}`);
      const unitId = unitIdOf(its.group, unit);
      return weekdays.map((weekday) => ({ inscriptionId: its.id, unitId, weekday }));
    }),
  );
  const guardian = family.guardians[0];
  if (!guardian?.accountId) throw new Error(`Nobody of ${family.name} can send anything`);
  return {
    at: facts.at,
    familyId: family.id,
    accountId: guardian.accountId,
    actorName: `${guardian.firstName} ${guardian.lastName}`,
    parts: ticked(inscriptions, { from: facts.from, to: facts.to }, weeks),
    decision: facts.decidedAt ? { at: facts.decidedAt, refused: 0, message: null } : null,
  };
}

/** The inscriptions of a school year, in the order of the screens. */
export function inscriptionsOf(
  town: DemoTown,
  children: readonly BuiltChild[],
  schoolYear: string,
): DemoInscription[] {
  const groups = new Map(
    town.groups.filter((g) => g.schoolYear === schoolYear).map((g) => [g.row.id, g]),
  );
  return children.flatMap((child) =>
    child.inscriptions
      .flatMap(({ id, groupId }) => {
        const group = groups.get(groupId);
        return group ? [{ id, childId: child.id, group }] : [];
      })
      .sort((a, b) => a.group.activity.position - b.group.activity.position),
  );
}
