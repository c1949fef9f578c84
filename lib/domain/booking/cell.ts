import {
  baseOf,
  keyOf,
  type BookingContext,
  type CellBase,
  type CellKey,
  type CellRef,
} from "@/lib/domain/booking/context";
import { comes } from "@/lib/domain/booking/standing";
import { askingRefusal, type LateRefused } from "@/lib/domain/booking/late";
import { bookingIndex, refusalOf, type Change, type Refused } from "@/lib/domain/booking/rules";
import { isWanted, type Wishes } from "@/lib/domain/booking/wishes";
import type { Moment } from "@/lib/domain/day";

export type CellStatus =
  | "free"
  | "reserved"
  | "pending"
  | "added"
  | "removed"
  | "removalPending"
  | "late"
  | "closed"
  | "past"
  | "elsewhere"
  | "full";

/**
 * Why a tap would change nothing. `overlap`: a unit of the same day is held and cannot be given back.
 * `late`: the service may still be asked where nothing refuses it (`asking` is null).
 */
export type Lock =
  | { why: "past" }
  | { why: "closed"; reason: string }
  | { why: "late"; since: Moment; change: Change; asking: LateRefused | null }
  | { why: "elsewhere" }
  | { why: "readOnly" }
  | { why: "full" }
  | { why: "overlap"; unitLabel: string };

export interface CellView {
  key: CellKey;
  base: CellBase;
  wanted: boolean;
  /**
   * What the cell is called on screen. What a family holds keeps its name on a past or late day (the
   * lock says the rest); a closed day is closed whatever is held.
   */
  status: CellStatus;
  /** Null where a tap may change the cell. A wish already made may be taken back even when locked. */
  lock: Lock | null;
  /** Last moment for the change that differs from what is held; null when locked or without limit. */
  closesAt: Moment | null;
}

/** The cell as it is drawn, or null where there is none: never opened, or outside the inscription. */
export function cellView(context: BookingContext, wishes: Wishes, cell: CellRef): CellView | null {
  const unit = bookingIndex(context).get(cell.inscriptionId)?.units.get(cell.unitId);
  if (!unit) return null;
  const key = keyOf(cell);
  const base = baseOf(context, key);
  const change = comes(base) ? "remove" : "add";
  if (base === "free" && !existsOn(context, cell)) return null;
  const refusal = refusalOf(context, cell, change, wishes);
  const lock = refusal && lockOf(context, cell, refusal, change);
  const wanted = isWanted(context, wishes, key);
  return {
    key,
    base,
    wanted,
    status: statusOf(base, wanted, lock),
    lock,
    closesAt: lock ? null : unit.closesAt(cell.day, change),
  };
}

function existsOn(context: BookingContext, cell: CellRef): boolean {
  const rules = bookingIndex(context).get(cell.inscriptionId);
  const unit = rules?.units.get(cell.unitId);
  if (!rules || !unit) return false;
  if (cell.day < rules.inscription.from || cell.day > rules.inscription.to) return false;
  const opening = unit.openingOn(cell.day);
  return opening.open || opening.why === "closed";
}

function lockOf(context: BookingContext, cell: CellRef, refusal: Refused, change: Change): Lock {
  // Held although the group no longer opens then: the family sees it, and that it is closed.
  if (!existsOn(context, cell)) return { why: "closed", reason: "Jour non ouvert" };
  switch (refusal.why) {
    case "past":
    case "readOnly":
    case "full":
      return { why: refusal.why };
    case "heldElsewhere":
      return { why: "elsewhere" };
    case "overlap":
      return { why: "overlap", unitLabel: refusal.detail ?? "" };
    case "cutOffPassed": {
      const asking = askingRefusal(context, cell, change);
      const { since } = refusal;
      return since === null ? { why: "past" } : { why: "late", since, change, asking };
    }
    case "unknownInscription":
    case "unknownUnit":
    case "outsideInscription":
    case "notOpened":
    case "closed":
      return { why: "closed", reason: refusal.detail ?? "Jour non ouvert" };
  }
}

function statusOf(base: CellBase, wanted: boolean, lock: Lock | null): CellStatus {
  if (lock?.why === "closed") return "closed";
  if (!lock && wanted !== comes(base)) return wanted ? "added" : "removed";
  if (base !== "free") return base;
  const why = lock?.why;
  return why === "past" || why === "late" || why === "elsewhere" || why === "full" ? why : "free";
}
