import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Day } from "@/lib/domain/day";
import type { DocumentCode } from "@/lib/domain/document-code";
import type { FamilyField } from "@/lib/domain/family-file";
import type { Answer } from "@/lib/services/authorizations/file-authorizations";
import type { BuiltFamily, ChildSpec } from "@/tests/support/builders/family";
import { guardianContext } from "@/tests/support/duponts";

export type Ctx = ActionContext<AuthorizedFamily>;

/** A Sunday: the canteen of this week and the next is closed to changes, that of December is not. */
export const at = "2026-11-22T10:00";

/** What the child's file says. */
export const diet = "Sans porc";

/** The days that a home has for the child, and no other home. */
export interface Days {
  /** Last week. */
  readonly past: Day;
  /** This week, reserved past the cut-off. */
  readonly late: Day;
  /** In December, reserved in time: it keeps its price. */
  readonly canteen: Day;
  /** A Wednesday that waits for the service. */
  readonly waiting: Day;
}

/** The demo town without its families: written once, homes come and go in it. */
export interface Town {
  readonly year: number;
  readonly groups: { readonly canteen: ChildGroup; readonly wednesdays: ChildGroup };
  readonly meal: number;
  readonly wholeDay: number;
  readonly categoryId: number;
  readonly typeId: (code: string) => number;
  /** The child's insurance, as a supporting document. */
  readonly documentTypeId: number;
}

type ChildGroup = NonNullable<ChildSpec["inscriptions"]>[number]["group"];

/** What a home has sent and begun about the child. */
export interface Traces {
  /** Its reservations: the canteen is accepted, the Wednesday waits. */
  readonly submissionId: string;
  readonly numbers: { readonly canteen: number; readonly wednesday: number };
  /** Its answers about what the child is authorized to. */
  readonly authorizations: { readonly submissionId: string; readonly number: number };
  readonly contactId: number;
  readonly code: DocumentCode;
  /** The number of what it asks to change of the child's file. */
  readonly fileNumber: number;
  /** The child's insurance, which it gave. */
  readonly documentId: string;
}

/** One home of the child, with all that it has left in the portal. */
export interface Home extends Traces {
  readonly family: BuiltFamily;
  readonly days: Days;
  /** The brother or sister who lives in this home alone. */
  readonly onlyChild: string;
  /** In hundredths, from after its reservations: what they kept is another price. */
  readonly quotient: number;
  readonly answers: readonly Answer[];
  /** What it asks to change of the child's file: it waits. */
  readonly asked: { readonly field: FamilyField; readonly value: string };
}

/** A child, its two homes, and a family that has nothing to do with them. */
export interface Couple {
  readonly town: Town;
  readonly childId: number;
  readonly inscriptions: { readonly canteen: number; readonly wednesdays: number };
  readonly mother: Home;
  readonly father: Home;
  readonly stranger: BuiltFamily;
}

/** Where everything about the child happens. */
export type Place = Pick<Couple, "town" | "childId" | "inscriptions">;

export const ctxOf = (family: BuiltFamily, guardian = 0): Ctx =>
  guardianContext(family, at, guardian);
