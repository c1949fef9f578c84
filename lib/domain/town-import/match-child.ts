import { plainText, type ChildFacts, type GuardianFacts } from "@/lib/domain/person";
import type { KnownChild, KnownFamily, KnownTown } from "./known-town";

/** What each thing that is alike counts for. */
const WEIGHT = { birthDate: 3, lastName: 2, firstName: 2, contact: 3 } as const;
/** From here on it is the same child, where the first name is too: twins share all the rest. */
const SAME = 7;
/** From here on somebody must say. */
const ASK = 4;

/** How a child of the file stands to the town's: this one; somebody must say; nobody is like it. */
export type ChildMatch =
  | { readonly kind: "same"; readonly child: KnownChild }
  | { readonly kind: "ask"; readonly child: KnownChild }
  | { readonly kind: "none" };

const firstToken = (name: string) => plainText(name).split(" ")[0] ?? "";

/**
 * How much a child of the file looks like one of the town: birth date 3, last name 2, first name 2 (its first
 * word), and a guardian's address or phone 3, where the first name or the birth date is alike too: brothers
 * and sisters share the rest.
 */
export function likeness(child: ChildFacts, known: KnownChild, sharesContact: boolean): number {
  const birthDate = known.birthDate === child.birthDate;
  const firstName = firstToken(known.firstName) === firstToken(child.firstName);
  const lastName = plainText(known.lastName) === plainText(child.lastName);
  return (
    (birthDate ? WEIGHT.birthDate : 0) +
    (firstName ? WEIGHT.firstName : 0) +
    (lastName ? WEIGHT.lastName : 0) +
    (sharesContact && (birthDate || firstName) ? WEIGHT.contact : 0)
  );
}

/** Finds the town's children who may be one of the file, without comparing each with each. */
export class ChildFinder {
  private readonly byKey = new Map<string, KnownChild[]>();
  private readonly families: ReadonlyMap<number, KnownFamily>;

  constructor(town: KnownTown) {
    this.families = new Map(town.families.map((family) => [family.id, family]));
    for (const child of town.children)
      for (const key of keysOf(child)) {
        const those = this.byKey.get(key);
        if (those) those.push(child);
        else this.byKey.set(key, [child]);
      }
  }

  /** The town's child that is most like this one of the file; the older number where two are as much. */
  find(child: ChildFacts, guardians: readonly GuardianFacts[]): ChildMatch {
    const candidates = new Set(keysOf(child).flatMap((key) => this.byKey.get(key) ?? []));
    const contacts = new Set(guardians.flatMap(contactsOf));
    let best: { known: KnownChild; score: number } | null = null;
    for (const known of candidates) {
      const shares = this.contactsOfChild(known).some((contact) => contacts.has(contact));
      const score = likeness(child, known, shares);
      if (!best || score > best.score || (score === best.score && known.id < best.known.id))
        best = { known, score };
    }
    if (!best || best.score < ASK) return { kind: "none" };
    const isNamed = firstToken(best.known.firstName) === firstToken(child.firstName);
    return { kind: best.score >= SAME && isNamed ? "same" : "ask", child: best.known };
  }

  private contactsOfChild(known: KnownChild): string[] {
    return known.homes.flatMap(({ familyId }) =>
      (this.families.get(familyId)?.guardians ?? []).flatMap(contactsOf),
    );
  }
}

/** Two of the three must be alike for a child to be worth a look. */
function keysOf(child: Pick<KnownChild, "firstName" | "lastName" | "birthDate">): string[] {
  const first = firstToken(child.firstName);
  const last = plainText(child.lastName);
  const born = child.birthDate;
  return [`${first}|${last}`, ...(born === null ? [] : [`${born}|${last}`, `${born}|${first}`])];
}

/** An address, and phones, that tell one home from another. */
export function contactsOf({ email, phone, otherPhone }: GuardianFacts): string[] {
  return [email, phone, otherPhone].filter((contact): contact is string => contact !== null);
}
