import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import type { BookingContext } from "@/lib/domain/booking/context";
import { dayOf } from "@/lib/domain/day";
import { fullPriceTable, priceTable, type KeptPrices } from "@/lib/domain/tariff/price-table";
import { holdGate } from "@/lib/services/tariffs/bookings-gate";
import { contextOf, keptAmounts, readHeld, readInscriptions } from "./booking-rows";
import { readScarceSeats } from "./scarce-seats";
import type { Pricing } from "./write-changes";
import { readYearsAndPrices } from "./years-and-prices";

interface BookingUnderLock extends Omit<Pricing, "cost" | "offered"> {
  readonly context: BookingContext;
  /** The prices that what is held keeps. */
  readonly kept: KeptPrices;
}

/**
 * What the family may book, holds and pays in one school year, its inscriptions locked until the end of
 * the transaction and no tariff published meanwhile; null where the year is unknown. Four statements,
 * one more where a unit is limited.
 */
export async function bookingUnderLock(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  schoolYearId: number,
): Promise<BookingUnderLock | null> {
  await readRows(tx, "bookingUnderLock")`SELECT ${holdGate}`;
  const { familyId } = ctx.proof;
  // Locked before the prices are read: a fee that the other home pays at this moment is seen.
  const rows = await readInscriptions(tx, familyId, schoolYearId, dayOf(ctx.moment), "for-update");
  const { years, facts } = await readYearsAndPrices(tx, ctx.proof, schoolYearId);
  const year = years.find(({ id }) => id === schoolYearId);
  if (!year) return null;
  const ids = rows.map(({ id }) => id);
  const held = await readHeld(tx, familyId, ids);
  const seats = await readScarceSeats(tx, rows, dayOf(ctx.moment));
  const context = contextOf({
    years,
    schoolYear: year,
    inscriptions: rows,
    held,
    seats,
    now: ctx.moment,
  });
  const explained = fullPriceTable(facts.tariffs, facts.family, context.inscriptions);
  const kept = { cells: keptAmounts(held), ...facts.fees };
  return { context, explained, kept, prices: priceTable(explained, kept) };
}
