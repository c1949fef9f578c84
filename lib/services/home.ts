import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import type { BookingContext } from "@/lib/domain/booking/context";
import { nextCutOffs, type NextCutOff } from "@/lib/domain/booking/next-cut-offs";
import { bookingIndex } from "@/lib/domain/booking/rules";
import { addDays, dayOf, type Day, type Moment } from "@/lib/domain/day";
import { readHousehold, type DayReservation, type GuardianCard } from "@/lib/services/families";
import { listDrafts } from "@/lib/services/reservations/drafts";
import { contextOf, readHeld, readInscriptions } from "@/lib/services/reservations/booking-rows";
import { currentSchoolYear, readSchoolYears } from "@/lib/services/school-years";
import { readForecast, type MonthForecast } from "@/lib/services/tariffs/forecast";
import { readNewsOf, type ShownNews } from "@/lib/services/news/read-news";
import { latestRequests } from "@/lib/services/request-kinds/list";
import type { RequestSummary } from "@/lib/services/request-kinds/summary";

/** One day of one child. */
export interface ChildDay {
  readonly day: Day;
  readonly reservations: readonly (DayReservation & { readonly closed: string | null })[];
  /** Why nothing opens that day ("Vacances de Noël"); null where something opens, or nothing ever does. */
  readonly closed: string | null;
}

export interface HomeChild {
  readonly id: number;
  readonly firstName: string;
  /** Today, then tomorrow. */
  readonly days: readonly ChildDay[];
}

/** A cut-off to come, with what it is about in words. */
export interface HomeCutOff extends Pick<NextCutOff, "moment" | "days"> {
  readonly activityLabels: readonly string[];
  readonly childNames: readonly string[];
}

export interface Home {
  readonly familyName: string;
  readonly today: Day;
  readonly children: readonly HomeChild[];
  readonly cutOffs: readonly HomeCutOff[];
  /** The year in which the cut-offs and the days are; null in a town without years. */
  readonly schoolYearId: number | null;
  readonly drafts: readonly { schoolYearId: number; schoolYearName: string; changes: number }[];
  readonly forecast: readonly MonthForecast[];
  /** The family holds a day of this month or later, or its latest requests tell of one. */
  readonly hasBooked: boolean;
  readonly requests: readonly RequestSummary[];
  readonly guardians: readonly GuardianCard[];
  readonly news: readonly ShownNews[];
}

const CUT_OFFS = 3;
const REQUESTS = 4;

/** All of "Mon accueil". Eight statements, whatever the number of children. */
export async function readHome(family: AuthorizedFamily, moment: Moment): Promise<Home> {
  const today = dayOf(moment);
  const days = [today, addDays(today, 1)];
  const [context, household, drafts, forecast, requests, news] = await Promise.all([
    readContext(family, moment),
    readHousehold(family, days),
    listDrafts(family),
    readForecast(family, today),
    latestRequests(family, REQUESTS),
    readNewsOf(family, today),
  ]);
  return {
    familyName: household.name,
    today,
    children: household.children.map(({ id, firstName, reservations }) => ({
      id,
      firstName,
      days: days.map((d) => childDay(context, id, d, reservations)),
    })),
    schoolYearId: context?.schoolYear.id ?? null,
    cutOffs: context ? nextCutOffs(context, CUT_OFFS).map((c) => inWords(context, c)) : [],
    drafts,
    forecast,
    hasBooked: forecast.length > 0 || requests.some(({ kind }) => kind === "reservations"),
    requests,
    guardians: household.guardians,
    news,
  };
}

/** The rules of the year that runs and what is held in it. Three statements; null in a town without years. */
async function readContext(
  family: AuthorizedFamily,
  moment: Moment,
): Promise<BookingContext | null> {
  const years = await readSchoolYears(prisma);
  const year = currentSchoolYear(years, moment);
  if (!year) return null;
  const today = dayOf(moment);
  const rows = await readInscriptions(prisma, family.familyId, year.id, today, "no-lock");
  const ids = rows.map(({ id }) => id);
  const held = await readHeld(prisma, family.familyId, ids);
  // The next cut-offs and what is held: what is full is the calendar's.
  return contextOf({ years, schoolYear: year, inscriptions: rows, held, seats: {}, now: moment });
}

function childDay(
  context: BookingContext | null,
  childId: number,
  d: Day,
  reservations: readonly DayReservation[],
): ChildDay {
  const rules = context ? [...bookingIndex(context).values()] : [];
  const openings = rules
    .filter(({ inscription: i }) => i.childId === childId && i.from <= d && d <= i.to)
    .flatMap(({ inscription, units }) =>
      [...units].map(([unitId, unit]) => ({ unitId, inscription, opening: unit.openingOn(d) })),
    );
  const reasons = openings.flatMap(({ inscription, unitId, opening }) =>
    !opening.open && opening.why === "closed"
      ? [{ inscriptionId: inscription.id, unitId, reason: opening.reason }]
      : [],
  );
  const anyOpen = openings.some(({ opening }) => opening.open);
  return {
    day: d,
    reservations: reservations
      .filter((a) => a.day === d)
      .map((a) => ({
        ...a,
        closed:
          reasons.find((r) => r.inscriptionId === a.inscriptionId && r.unitId === a.unitId)
            ?.reason ?? null,
      })),
    closed: anyOpen ? null : (reasons[0]?.reason ?? null),
  };
}

function inWords(
  context: BookingContext,
  { moment, days, inscriptionIds }: NextCutOff,
): HomeCutOff {
  const its = context.inscriptions.filter(({ id }) => inscriptionIds.includes(id));
  const childIds = new Set(its.map(({ childId }) => childId));
  return {
    moment,
    days,
    activityLabels: [...new Set(its.map(({ activityLabel }) => activityLabel))],
    childNames: context.children.filter(({ id }) => childIds.has(id)).map((c) => c.firstName),
  };
}
