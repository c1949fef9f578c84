import { entriesByCell, type BookingContext, type CellKey } from "@/lib/domain/booking/context";
import type { Wish, Wishes } from "@/lib/domain/booking/wishes";

/** The calendar's part of a draft: the inscriptions chosen at step 1, and the rest, kept aside. */
export interface ChosenDraft {
  readonly context: BookingContext;
  readonly chosen: number[];
  readonly wishes: Wishes;
  readonly parked: Wishes;
}

/** Keeps the chosen inscriptions (all of them where nothing was chosen) and splits the wishes. */
export function splitDraft(
  context: BookingContext,
  draft: { readonly chosen: readonly number[]; readonly wishes: Wishes } | null,
): ChosenDraft {
  const named = new Set(draft?.chosen ?? []);
  const known = context.inscriptions.filter(({ id }) => named.has(id));
  const inscriptions = known.length > 0 ? known : context.inscriptions;
  const shown = new Set(inscriptions.map(({ id }) => id));
  const wishes: Record<CellKey, Wish> = {};
  const parked: Record<CellKey, Wish> = {};
  for (const [key, wish] of entriesByCell(draft?.wishes ?? {})) {
    (shown.has(Number.parseInt(key, 10)) ? wishes : parked)[key] = wish;
  }
  return { context: { ...context, inscriptions }, chosen: [...shown], wishes, parked };
}
