import type { Day } from "@/lib/domain/day";
import { plainText } from "@/lib/domain/person";
import type { ImportChoice } from "./import-plan";
import type { KnownTown } from "./known-town";
import { ChildFinder } from "./match-child";
import { FamilyFinder } from "./match-family";
import { GroupFinder } from "./plan-inscription";

/** What a family of the file is compared with. */
export interface Comparison {
  readonly today: Day;
  readonly childFinder: ChildFinder;
  readonly familyFinder: FamilyFinder;
  readonly groups: GroupFinder;
  /** By plain label and code. */
  readonly categories: ReadonlyMap<string, { readonly id: number; readonly label: string }>;
  readonly familyNames: ReadonlyMap<number, string>;
  /** By address: whose it is in the town. */
  readonly addresses: ReadonlyMap<string, readonly { firstName: string; lastName: string }[]>;
  readonly choices: ReadonlyMap<number, ImportChoice>;
  /** The town's children and families that earlier lines of the file are, by the line. */
  readonly takenChildren: Map<number, number>;
  readonly takenFamilies: Map<number, number>;
}

/** Makes what the town knows quick to find. Once a plan: it remembers what lines have taken. */
export function comparisonOf(
  town: KnownTown,
  today: Day,
  choices: ReadonlyMap<number, ImportChoice>,
): Comparison {
  const addresses = new Map<string, { firstName: string; lastName: string }[]>();
  for (const guardian of town.families.flatMap(({ guardians }) => guardians)) {
    const email = guardian.email?.toLowerCase();
    if (email !== undefined) addresses.set(email, [...(addresses.get(email) ?? []), guardian]);
  }
  return {
    today,
    choices,
    childFinder: new ChildFinder(town),
    familyFinder: new FamilyFinder(town),
    groups: new GroupFinder(town),
    categories: new Map(
      town.categories.flatMap((one) => [
        [plainText(one.code), one] as const,
        [plainText(one.label), one] as const,
      ]),
    ),
    familyNames: new Map(town.families.map(({ id, name }) => [id, name])),
    addresses,
    takenChildren: new Map(),
    takenFamilies: new Map(),
  };
}
