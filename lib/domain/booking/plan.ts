import {
  baseOf,
  entriesByCell,
  keyOf,
  parseCellKey,
  type BookingContext,
  type BookingInscription,
  type CellBase,
  type CellKey,
  type CellRef,
  type ReservationState,
} from "@/lib/domain/booking/context";
import { comes } from "@/lib/domain/booking/standing";
import {
  bookingIndex,
  refusalOf,
  rivalsOf,
  type CellRefusal,
  type Change,
} from "@/lib/domain/booking/rules";
import type { OpenWishes, Wish, Wishes } from "@/lib/domain/booking/wishes";
import type { Moment } from "@/lib/domain/day";

export type ChangeRefusal = CellRefusal | "changedSince";

export interface PlannedChange {
  cell: CellRef;
  change: Change;
  from: CellBase;
  to: ReservationState | "free";
  effect: "atOnce" | "examined";
}

export interface ImpossibleChange {
  cell: CellRef;
  change: Change;
  why: ChangeRefusal;
  /** The reason of the closure, or the label of the unit that is in the way. */
  detail: string | null;
  /** The moment at which the cut-off passed. */
  since: Moment | null;
}

export interface Plan {
  changes: readonly PlannedChange[];
  /** Wishes that are already so. */
  unchanged: readonly CellRef[];
  impossible: readonly ImpossibleChange[];
}

/**
 * What sending this draft would do: the one function of the browser's preview and of the server's
 * decision. Total: every wish comes out as a change, as unchanged, or as impossible with its reason.
 * Sorted by inscription, then day, then unit. Keys are read with `asCellKey` before they come here.
 */
export function planChanges(context: BookingContext, wishes: Wishes): Plan {
  const changes: PlannedChange[] = [];
  const unchanged: CellRef[] = [];
  const impossible: ImpossibleChange[] = [];
  const planned: OpenWishes = {};
  for (const { cell, key, wish } of sortedWishes(context, wishes)) {
    const base = baseOf(context, key);
    const change: Change = wish.want ? "add" : "remove";
    const inscription = bookingIndex(context).get(cell.inscriptionId)?.inscription;
    const known = inscription?.units.some((unit) => unit.id === cell.unitId) ?? false;
    if (known && wish.want === comes(base)) {
      unchanged.push(cell);
      continue;
    }
    const refusal = refusalInDraft(context, wishes, planned, { cell, wish });
    if (refusal || !inscription) impossible.push({ cell, change, ...(refusal ?? UNKNOWN) });
    else {
      planned[key] = wish;
      changes.push({ cell, change, from: base, ...outcome(base, change, inscription) });
    }
  }
  return { changes, unchanged, impossible };
}

type Reason = Pick<ImpossibleChange, "why" | "detail" | "since">;

const UNKNOWN: Reason = { why: "unknownInscription", detail: null, since: null };

function refusalInDraft(
  context: BookingContext,
  wishes: Wishes,
  planned: Wishes,
  { cell, wish }: { cell: CellRef; wish: Wish },
): Reason | null {
  const refusal = refusalOf(context, cell, wish.want ? "add" : "remove", planned);
  if (refusal) return refusal;
  if (wish.seen !== baseOf(context, keyOf(cell))) {
    return { why: "changedSince", detail: null, since: null };
  }
  const rival = wish.want && rivalsOf(context, cell).find((other) => stays(context, wishes, other));
  return rival ? { why: "overlap", detail: labelOf(context, rival), since: null } : null;
}

/** Whether an overlapping unit will still be there: wanted too, or held and not given back by this draft. */
function stays(context: BookingContext, wishes: Wishes, rival: CellRef): boolean {
  const key = keyOf(rival);
  const base = baseOf(context, key);
  const wish = wishes[key];
  if (base === "free") return wish?.want === true;
  return wish === undefined || wish.want || wish.seen !== base;
}

function labelOf(context: BookingContext, cell: CellRef): string | null {
  return bookingIndex(context).get(cell.inscriptionId)?.units.get(cell.unitId)?.unit.label ?? null;
}

function outcome(
  base: CellBase,
  change: Change,
  inscription: BookingInscription,
): Pick<PlannedChange, "to" | "effect"> {
  if (change === "add") {
    // Taking back a removal that waits: the place was never given up.
    if (base === "removalPending" || inscription.additions === "automatic") {
      return { to: "reserved", effect: "atOnce" };
    }
    return { to: "pending", effect: "examined" };
  }
  // Withdrawing an addition that waits needs nobody's consent.
  if (base === "pending" || inscription.removals === "automatic") {
    return { to: "free", effect: "atOnce" };
  }
  return { to: "removalPending", effect: "examined" };
}

function sortedWishes(
  context: BookingContext,
  wishes: Wishes,
): { cell: CellRef; key: CellKey; wish: Wish }[] {
  const index = bookingIndex(context);
  const rank = (cell: CellRef) => index.get(cell.inscriptionId)?.position ?? Infinity;
  return entriesByCell(wishes)
    .flatMap(([key, wish]) => {
      const cell = parseCellKey(key);
      return cell ? [{ cell, key, wish, rank: rank(cell) }] : [];
    })
    .sort(
      (a, b) =>
        compare(a.rank, b.rank) ||
        a.cell.inscriptionId - b.cell.inscriptionId ||
        compare(a.cell.day, b.cell.day) ||
        a.cell.unitId - b.cell.unitId,
    );
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface InscriptionPlan {
  additions: PlannedChange[];
  removals: PlannedChange[];
  impossible: ImpossibleChange[];
}

/** The plan by inscription id, in the plan's order; inscriptions without a change are absent. */
export function planByInscription(plan: Plan): Map<number, InscriptionPlan> {
  const groups = new Map<number, InscriptionPlan>();
  const groupOf = ({ inscriptionId }: CellRef) => {
    const group = groups.get(inscriptionId) ?? { additions: [], removals: [], impossible: [] };
    groups.set(inscriptionId, group);
    return group;
  };
  for (const change of plan.changes) {
    const group = groupOf(change.cell);
    (change.change === "add" ? group.additions : group.removals).push(change);
  }
  for (const change of plan.impossible) groupOf(change.cell).impossible.push(change);
  return groups;
}
