"use client";

import { useMemo, useState } from "react";
import type { BookingContext, CellKey, HeldState } from "@/lib/domain/booking/context";
import type { Cents } from "@/lib/domain/money";
import type { PriceTable } from "@/lib/domain/tariff/price-table";

/** A cell as it stands since the service was asked, and what it would cost. */
export interface AskedCell {
  readonly key: CellKey;
  readonly state: HeldState;
  readonly amount: Cents | null;
}

/**
 * What was asked past its cut-off since the page came, laid over it: drawing the page again would lose
 * the gestures that can be undone. A page drawn again knows it all.
 */
export function useAsked(context: BookingContext, prices: PriceTable) {
  const [asked, setAsked] = useState<{ on: BookingContext; cells: readonly AskedCell[] }>({
    on: context,
    cells: [],
  });
  const cells = asked.on === context ? asked.cells : null;
  const now = useMemo(() => {
    if (!cells?.length) return { context, prices };
    const held = Object.fromEntries(cells.map(({ key, state }) => [key, state]));
    const kept = Object.fromEntries(cells.map(({ key, amount }) => [key, amount]));
    return {
      context: { ...context, held: { ...context.held, ...held } },
      prices: { ...prices, kept: { ...prices.kept, ...kept } },
    };
  }, [context, prices, cells]);
  const onAsked = (now: readonly AskedCell[]) =>
    setAsked({ on: context, cells: [...(cells ?? []), ...now] });
  return { ...now, onAsked };
}
