import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { BookingContext, SchoolYearRef } from "@/lib/domain/booking/context";
import { addDays, day, dayOf, type Day, type Moment } from "@/lib/domain/day";
import { readDraft, type ReservationDraft } from "./drafts";
import {
  fullPriceTable,
  priceTable,
  type FullPriceTable,
  type PriceTable,
} from "@/lib/domain/tariff/price-table";
import { readPriceFacts } from "@/lib/services/tariffs/price-facts";
import { contextOf, keptAmounts, readHeld, readInscriptions } from "./booking-rows";
import { readScarceSeats } from "./scarce-seats";
import { schoolYearOn, readSchoolYears, schoolYearRef } from "@/lib/services/school-years";

/** A reservation of the past that tells the family's rhythm. */
export interface PastReservation {
  readonly childId: number;
  readonly unitId: number;
  readonly day: Day;
}

export interface BookingPage {
  /** The years that the family may choose: those that have not ended. */
  readonly schoolYears: readonly SchoolYearRef[];
  readonly context: BookingContext;
  readonly draft: ReservationDraft | null;
  /** Amounts only: what goes to the browser. */
  readonly prices: PriceTable;
  /** The same prices with their explanations. */
  readonly explained: FullPriceTable;
}

/**
 * All that the démarche needs for one school year: the family's inscriptions that have not ended,
 * with rules, what is reserved, the draft the places that are left and the prices. Without a year it is that of the day `on`, or
 * the one that runs; `null` where the year is unknown. Five statements, whatever the number of children
 * and dates; one more where a unit is limited.
 */
export async function readBooking(
  family: AuthorizedFamily,
  options: { schoolYearId: number | null; on?: Day | null; moment: Moment },
): Promise<BookingPage | null> {
  const years = await readSchoolYears(prisma);
  const today = dayOf(options.moment);
  const year =
    options.schoolYearId === null
      ? schoolYearOn(years, options.on ?? today)
      : years.find(({ id }) => id === options.schoolYearId);
  if (!year) return null;
  const [inscriptions, draft, facts] = await Promise.all([
    readInscriptions(prisma, family.familyId, year.id, today, "no-lock"),
    readDraft(family, year.id),
    readPriceFacts(prisma, family, day(year.from)),
  ]);
  const held = await readHeld(
    prisma,
    family.familyId,
    inscriptions.map(({ id }) => id),
  );
  const seats = await readScarceSeats(prisma, inscriptions, today);
  const now = options.moment;
  const context = contextOf({ years, schoolYear: year, inscriptions, held, seats, now });
  const explained = fullPriceTable(facts.tariffs, facts.family, context.inscriptions);
  return {
    schoolYears: years.filter(({ to }) => to >= today).map(schoolYearRef),
    context,
    draft,
    prices: priceTable(explained, { cells: keptAmounts(held), ...facts.fees }),
    explained,
  };
}

/** What the family reserved in the last 400 days, for "reprendre mon rythme". One statement. */
export async function readPastReservations(
  family: AuthorizedFamily,
  moment: Moment,
): Promise<PastReservation[]> {
  const until = dayOf(moment);
  const rows = await readRows<{ childId: number; unitId: number; days: string[] }>(
    prisma,
    "readPastReservations",
  )`
    SELECT i."childId", r."unitId", array_agg(r.day::text ORDER BY r.day) AS days
    FROM "FamilyChild" fc
    JOIN "Inscription" i ON i."childId" = fc."childId"
    JOIN "Reservation" r ON r."inscriptionId" = i.id
      AND r.day BETWEEN ${addDays(until, -400)}::date AND ${until}::date
      AND r."familyId" = ${family.familyId}
    WHERE fc."familyId" = ${family.familyId}
    GROUP BY i."childId", r."unitId"`;
  return rows.flatMap(({ childId, unitId, days }) =>
    days.map((d) => ({ childId, unitId, day: day(d) })),
  );
}
