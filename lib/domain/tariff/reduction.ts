import { cents, formatCents, shareOf, type Cents } from "@/lib/domain/money";
import { formatRate, FULL_RATE, isRecord, isWhole } from "@/lib/domain/tariff/rule";

/** Where the family lives, as the tariff sees it ("Tarification : Commune"). */
export type Residence = "inTown" | "outOfTown";

export const residenceLabel: Readonly<Record<Residence, string>> = {
  inTown: "Commune",
  outOfTown: "Hors commune",
};

/** Whom a reduction is for. `rank`: 1 is the eldest child of the family. */
export type ReductionCondition =
  | { readonly kind: "dependentChildren"; readonly atLeast: number }
  | { readonly kind: "rank"; readonly atLeast: number }
  | { readonly kind: "residence"; readonly is: Residence };

/** What it takes off: a share (ten-thousandths of a percent) of what is left to pay, or an amount. */
export type ReductionOff =
  | { readonly kind: "percent"; readonly rate: number }
  | { readonly kind: "amount"; readonly amount: Cents };

export interface Reduction {
  /** As the explanation says it: "Trois enfants à charge ou plus". */
  readonly label: string;
  readonly when: ReductionCondition;
  readonly off: ReductionOff;
  readonly unitIds: readonly number[] | "every";
  readonly categoryIds: readonly number[] | "every";
}

export type ReductionFault = "rate-above-100" | "not-positive" | "no-label";

export function reductionFault({ label, when, off }: Reduction): ReductionFault | null {
  if (label.trim() === "") return "no-label";
  if (when.kind !== "residence" && when.atLeast < 1) return "not-positive";
  if ((off.kind === "percent" ? off.rate : off.amount) <= 0) return "not-positive";
  return off.kind === "percent" && off.rate > FULL_RATE ? "rate-above-100" : null;
}

/** The reduction that a stored value says, or null where it says none or a faulty one. */
export function parseReduction(json: unknown): Reduction | null {
  if (!isRecord(json) || typeof json["label"] !== "string") return null;
  const when = readCondition(json["when"]);
  const off = readOff(json["off"]);
  const unitIds = readIds(json["unitIds"]);
  const categoryIds = readIds(json["categoryIds"]);
  if (!when || !off || unitIds === null || categoryIds === null) return null;
  const reduction = { label: json["label"], when, off, unitIds, categoryIds };
  return reductionFault(reduction) === null ? reduction : null;
}

function readCondition(json: unknown): ReductionCondition | null {
  if (!isRecord(json)) return null;
  const { kind, atLeast, is } = json;
  if ((kind === "dependentChildren" || kind === "rank") && isWhole(atLeast)) {
    return { kind, atLeast };
  }
  return kind === "residence" && (is === "inTown" || is === "outOfTown") ? { kind, is } : null;
}

function readOff(json: unknown): ReductionOff | null {
  if (!isRecord(json)) return null;
  const { kind, rate, amount } = json;
  if (kind === "percent" && isWhole(rate)) return { kind, rate };
  return kind === "amount" && isWhole(amount) ? { kind, amount: cents(amount) } : null;
}

function readIds(json: unknown): readonly number[] | "every" | null {
  if (json === "every") return json;
  return Array.isArray(json) && json.every(isWhole) ? json : null;
}

/** The units or categories that a reduction names: none where it is about every one. */
export function named(ids: readonly number[] | "every"): readonly number[] {
  return ids === "every" ? [] : ids;
}

/** What a reduction takes off `amount`: at most all of it, rounded so that what is left is half-up. */
export function takenOff({ off }: Reduction, amount: Cents): Cents {
  const left =
    off.kind === "percent"
      ? shareOf(amount, FULL_RATE - off.rate, FULL_RATE)
      : cents(Math.max(0, amount - off.amount));
  return cents(amount - left);
}

/** "−10 %", "−0,50 €". */
export function offInWords(off: ReductionOff): string {
  return off.kind === "percent" ? `−${formatRate(off.rate)}` : `−${formatCents(off.amount)}`;
}
