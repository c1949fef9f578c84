import type { Day } from "@/lib/domain/day";
import { plainText, type ChildFacts, type GuardianFacts } from "@/lib/domain/person";
import type { KnownChild, KnownTown } from "./known-town";

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

/** A child as it is compared: its first first name, its last name and its birth date. */
export interface PlainChild {
  readonly first: string;
  readonly last: string;
  readonly born: Day | null;
}

/** Made once a child: names are compared with many others. */
export function plainChild(
  child: Pick<KnownChild, "firstName" | "lastName" | "birthDate">,
): PlainChild {
  const first = plainText(child.firstName).split(" ")[0] ?? "";
  return { first, last: plainText(child.lastName), born: child.birthDate };
}

/**
 * How much a child of the file looks like one of the town: birth date 3, last name 2, first name 2 (its first
 * word), and a guardian's address or phone 3, where the first name or the birth date is alike too: brothers
 * and sisters share the rest.
 */
export function likeness(child: PlainChild, known: PlainChild, sharesContact: boolean): number {
  const birthDate = known.born === child.born;
  const firstName = known.first === child.first;
  return (
    (birthDate ? WEIGHT.birthDate : 0) +
    (firstName ? WEIGHT.firstName : 0) +
    (known.last === child.last ? WEIGHT.lastName : 0) +
    (sharesContact && (birthDate || firstName) ? WEIGHT.contact : 0)
  );
}

interface Candidate {
  readonly child: KnownChild;
  readonly plain: PlainChild;
  readonly contacts: readonly string[];
}

/** Finds the town's children who may be one of the file, without comparing each with each. */
export class ChildFinder {
  private readonly byKey = new Map<string, Candidate[]>();

  constructor(town: KnownTown) {
    const families = new Map(town.families.map((family) => [family.id, family]));
    for (const child of town.children) {
      const contacts = child.homes.flatMap(({ familyId }) =>
        (families.get(familyId)?.guardians ?? []).flatMap(contactsOf),
      );
      const candidate = { child, plain: plainChild(child), contacts };
      for (const key of keysOf(candidate.plain)) {
        const those = this.byKey.get(key);
        if (those) those.push(candidate);
        else this.byKey.set(key, [candidate]);
      }
    }
  }

  /** The town's child that is most like this one of the file; the older number where two are as much. */
  find(child: ChildFacts, guardians: readonly GuardianFacts[]): ChildMatch {
    const its = plainChild(child);
    const candidates = new Set(keysOf(its).flatMap((key) => this.byKey.get(key) ?? []));
    const contacts = new Set(guardians.flatMap(contactsOf));
    let best: { known: Candidate; score: number } | null = null;
    for (const known of candidates) {
      const shares = known.contacts.some((contact) => contacts.has(contact));
      const score = likeness(its, known.plain, shares);
      const isOlder = best !== null && score === best.score && known.child.id < best.known.child.id;
      if (!best || score > best.score || isOlder) best = { known, score };
    }
    if (!best || best.score < ASK) return { kind: "none" };
    const isNamed = best.known.plain.first === its.first;
    return { kind: best.score >= SAME && isNamed ? "same" : "ask", child: best.known.child };
  }
}

/** Two of the three must be alike for a child to be worth a look. */
function keysOf({ first, last, born }: PlainChild): string[] {
  return [`${first}|${last}`, ...(born === null ? [] : [`${born}|${last}`, `${born}|${first}`])];
}

/** An address, and phones, that tell one home from another. */
export function contactsOf({ email, phone, otherPhone }: GuardianFacts): string[] {
  return [email, phone, otherPhone].filter((contact): contact is string => contact !== null);
}
