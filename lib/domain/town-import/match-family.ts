import { isSameName, plainText, type GuardianFacts } from "@/lib/domain/person";
import type { KnownChild, KnownFamily, KnownGuardian, KnownTown } from "./known-town";
import { contactsOf } from "./match-child";

/** Which of the town's families a family of the file is. */
export type FamilyMatch =
  | { readonly kind: "one"; readonly family: KnownFamily }
  /** A known child, and none of its guardians: another home of the same child, or another child. */
  | { readonly kind: "other-home" }
  | { readonly kind: "several"; readonly names: readonly string[] }
  | { readonly kind: "none" };

const POINTS = { child: 1, guardian: 2 } as const;

/** Whether they are one person: the same name with a contact in common, or the same address and first name. */
function isSamePerson(one: GuardianFacts, known: KnownGuardian): boolean {
  const shares = contactsOf(one).some((contact) => contactsOf(known).includes(contact));
  if (isSameName(one, known)) return shares;
  const sameAddress = one.email !== null && one.email === known.email?.toLowerCase();
  return sameAddress && plainText(one.firstName) === plainText(known.firstName);
}

/** The guardian of a known family who is this one of the file: there, the name alone is enough. */
export function guardianIn(family: KnownFamily, its: GuardianFacts): KnownGuardian | null {
  return (
    family.guardians.find((known) => isSamePerson(its, known)) ??
    family.guardians.find((known) => isSameName(its, known)) ??
    null
  );
}

/** Finds the town's family that a family of the file is. */
export class FamilyFinder {
  private readonly byId: ReadonlyMap<number, KnownFamily>;
  private readonly byContact = new Map<string, Set<KnownFamily>>();

  constructor(town: KnownTown) {
    this.byId = new Map(town.families.map((family) => [family.id, family]));
    for (const family of town.families)
      for (const contact of family.guardians.flatMap(contactsOf)) {
        const those = this.byContact.get(contact.toLowerCase());
        if (those) those.add(family);
        else this.byContact.set(contact.toLowerCase(), new Set([family]));
      }
  }

  /** `children`: those of the file's family that the town knows. */
  find(guardians: readonly GuardianFacts[], children: readonly KnownChild[]): FamilyMatch {
    const points = new Map<KnownFamily, { all: number; guardians: number }>();
    const add = (family: KnownFamily, its: { all: number; guardians: number }) => {
      const before = points.get(family) ?? { all: 0, guardians: 0 };
      points.set(family, {
        all: before.all + its.all,
        guardians: before.guardians + its.guardians,
      });
    };
    const homes = children.flatMap((child) =>
      child.homes.flatMap(({ familyId }) => this.byId.get(familyId) ?? []),
    );
    for (const home of homes) add(home, { all: POINTS.child, guardians: 0 });
    for (const its of guardians)
      for (const family of this.near(its, homes))
        add(family, { all: POINTS.guardian, guardians: 1 });
    const named = [...points].filter(([, its]) => its.guardians > 0);
    if (named.length === 0) return points.size > 0 ? { kind: "other-home" } : { kind: "none" };
    const most = Math.max(...named.map(([, { all }]) => all));
    const [best, ...others] = named.filter(([, { all }]) => all === most).map(([one]) => one);
    if (!best) return { kind: "none" };
    return others.length === 0
      ? { kind: "one", family: best }
      : { kind: "several", names: [best, ...others].map(({ name }) => name) };
  }

  /** Families in which this guardian is: the children's homes by name, all others by a contact too. */
  private near(its: GuardianFacts, homes: readonly KnownFamily[]): Set<KnownFamily> {
    const found = new Set(homes.filter((home) => guardianIn(home, its) !== null));
    for (const contact of contactsOf(its))
      for (const family of this.byContact.get(contact.toLowerCase()) ?? [])
        if (family.guardians.some((known) => isSamePerson(its, known))) found.add(family);
    return found;
  }
}
