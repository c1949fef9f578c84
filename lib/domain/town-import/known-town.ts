import type { Day } from "@/lib/domain/day";
import type { ChildFacts, GuardianFacts } from "@/lib/domain/person";
import type { DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";

export interface KnownGuardian extends GuardianFacts {
  readonly id: number;
  /** Whoever has an account signs in with an address that no file changes. */
  readonly hasAccount: boolean;
}

export interface KnownFamily {
  readonly id: number;
  readonly name: string;
  readonly guardians: readonly KnownGuardian[];
  readonly quotients: readonly DetailedQuotient[];
}

export interface KnownInscription {
  readonly groupId: number;
  readonly from: Day;
  readonly to: Day;
}

export interface KnownChild extends Omit<ChildFacts, "birthDate"> {
  readonly id: number;
  readonly birthDate: Day | null;
  /** The families that it belongs to: one, or two. */
  readonly homes: readonly { readonly familyId: number; readonly categoryId: number | null }[];
  readonly inscriptions: readonly KnownInscription[];
}

export interface KnownGroup {
  readonly id: number;
  readonly code: string;
  readonly label: string | null;
  readonly establishment: string;
  readonly activityId: number;
  readonly activityCode: string;
  readonly activityLabel: string;
  readonly from: Day;
  readonly to: Day;
}

/** What the town knows before an import: all that a line of a file is compared with. */
export interface KnownTown {
  readonly families: readonly KnownFamily[];
  readonly children: readonly KnownChild[];
  readonly groups: readonly KnownGroup[];
  readonly categories: readonly {
    readonly id: number;
    readonly code: string;
    readonly label: string;
  }[];
}
