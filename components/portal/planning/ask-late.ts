import type { Change } from "@/lib/domain/booking/rules";
import type { CellKey } from "@/lib/domain/booking/context";
import type { Cents } from "@/lib/domain/money";

/** What the server answers to a request past the cut-off. */
export type LateAnswer =
  | { readonly ok: true; readonly value: { readonly numbers: readonly number[] } }
  | {
      readonly ok: false;
      readonly message: string;
      readonly refusal?: string;
      readonly fields?: Readonly<Record<string, string>>;
      /** `{ announced }`: the price as it is now, in cents, where it has changed. */
      readonly value?: unknown;
    };

/** What is asked of the service past the cut-off. */
interface LateAsked {
  readonly schoolYearId: number;
  readonly cells: readonly CellKey[];
  readonly change: Change;
  readonly reason: string;
  /** What was announced, in cents; null where there was no price. */
  readonly announced: Cents | null;
  readonly idempotencyKey: string;
}

/** Sends a request past the cut-off. */
export type AskLate = (asked: LateAsked) => Promise<LateAnswer>;

/** The page's action, which is told for which home. */
export type AskLateOf = (asked: LateAsked & { readonly familyId: number }) => Promise<LateAnswer>;
