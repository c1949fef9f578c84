import type { ChildFacts, GuardianFacts } from "@/lib/domain/person";
import type { DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";
import type { Change } from "./changes";
import type { KnownInscription } from "./known-town";
import type { LineProblem } from "./line-texts";
import type { ReadLine } from "./read-line";

/** What becomes of a line. Mirrored by the database. */
export const importVerdicts = ["added", "changed", "same", "doubtful", "wrong"] as const;
export type ImportVerdict = (typeof importVerdicts)[number];

/** What an agent says of a doubtful child: it is that one of the town, or another. Mirrored by the database. */
export const importChoices = ["same", "other"] as const;
export type ImportChoice = (typeof importChoices)[number];

/** A line of the report. */
export interface ReportLine {
  readonly line: number;
  readonly verdict: ImportVerdict;
  /** "Léa Dupont"; empty where the line does not say it. */
  readonly child: string;
  /** The file's number of the family; empty where the line does not say it. */
  readonly family: string;
  readonly changes: readonly Change[];
  readonly problems: readonly LineProblem[];
  /** Of a doubtful line, or one that was decided: the town's child who is like it, in words. */
  readonly alike: string | null;
}

export interface PlannedGuardian {
  /** Null: a new one. */
  readonly id: number | null;
  readonly facts: GuardianFacts;
  readonly changes: readonly Change[];
}

export interface PlannedChild {
  /** Null: a new one. */
  readonly id: number | null;
  readonly facts: ChildFacts;
  readonly changes: readonly Change[];
  /** A known child comes into this family too. */
  readonly joins: boolean;
  /** Null: the category stays as it is. */
  readonly categoryId: number | null;
  readonly inscriptions: readonly KnownInscription[];
}

/** What an import writes of one family. */
export interface PlannedFamily {
  /** Null: a new one. */
  readonly id: number | null;
  /** The file's number of the family. */
  readonly key: string;
  readonly name: string;
  readonly guardians: readonly PlannedGuardian[];
  readonly children: readonly PlannedChild[];
  /** An entry to add; null: none. */
  readonly quotient: DetailedQuotient | null;
}

export interface ImportPlan {
  /** One for each line of the file, in its order. */
  readonly lines: readonly ReportLine[];
  /** Only what changes something. */
  readonly families: readonly PlannedFamily[];
}

/** A line of which nothing is taken. */
export function wrongLine(
  line: number,
  problems: readonly LineProblem[],
  its?: ReadLine,
): ReportLine {
  const child = its ? `${its.child.firstName} ${its.child.lastName}` : "";
  const family = its?.familyKey ?? "";
  return { line, verdict: "wrong", child, family, changes: [], problems, alike: null };
}
