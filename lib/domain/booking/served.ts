import type { BookingContext } from "@/lib/domain/booking/context";
import { cents, NOTHING } from "@/lib/domain/money";
import type { Price } from "@/lib/domain/tariff/price";
import type { FullPriceTable } from "@/lib/domain/tariff/price-table";

/** What a family pays for the days that an agent adds for it. */
export type ServedPrice = "usual" | "late" | "free";

export const servedPriceLabel: Readonly<Record<ServedPrice, string>> = {
  usual: "Tarif habituel",
  late: "Tarif hors délai",
  free: "Gratuit",
};

/**
 * The calendar as the service changes it in a family's stead: nothing is examined, no cut-off binds and
 * no capacity. Everything else does: openings, dates of the inscription, what overlaps, the other home, a court order.
 */
export function servedContext(context: BookingContext): BookingContext {
  return {
    ...context,
    seats: {},
    inscriptions: context.inscriptions.map((inscription) => ({
      ...inscription,
      additions: "automatic",
      removals: "automatic",
      addCutOff: { kind: "none" },
      removeCutOff: { kind: "none" },
    })),
  };
}

/** The prices of days that the service gives away: nothing, said as a line of the explanation. Fees stay. */
export function freeOfCharge({ steps, fees }: FullPriceTable): FullPriceTable {
  const free = new Map<Price, Price>();
  const freeOf = (price: Price): Price => {
    const known = free.get(price) ?? {
      ...price,
      amount: NOTHING,
      lines: [...price.lines, { label: "Offert par le service", amount: cents(-price.amount) }],
    };
    free.set(price, known);
    return known;
  };
  return {
    fees,
    steps: new Map(
      [...steps].map(([key, its]) => [
        key,
        its.map((step) => ({
          ...step,
          usual: step.usual.ok ? { ...step.usual, value: freeOf(step.usual.value) } : step.usual,
          late: step.late.ok ? { ...step.late, value: freeOf(step.late.value) } : step.late,
        })),
      ]),
    ),
  };
}
