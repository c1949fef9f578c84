import "server-only";
import { type Reader, readRows } from "@/lib/db/rows";
import type { ReservationState } from "@/lib/domain/booking/context";
import {
  closingExceptions,
  type ClosingException,
  type ClosureScope,
  type ClosureTarget,
} from "@/lib/domain/closure";
import type { EndingFee, TouchedPlace, WaitingLine } from "@/lib/domain/closure-figures";
import { day, type Day } from "@/lib/domain/day";
import type { LineState } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import { someRight } from "@/lib/services/child-rights";
import { readEndingFees } from "@/lib/services/places/close-places";
import {
  exceptionsSql,
  openingsOf,
  openingsSql,
  type OpeningRows,
} from "@/lib/services/reservations/group-openings";
import { calendarOf, readSchoolYears } from "@/lib/services/school-years";

/** A reservation on a day that closes, with what its family is told. */
export interface ClosingPlace extends TouchedPlace {
  readonly firstName: string;
  readonly departmentEmail: string;
  /** False where a court order has taken the child from the family's sight: it is not named to it. */
  readonly seen: boolean;
}

/** A waiting date on a day that closes, with its request. */
export interface ClosingLine extends WaitingLine {
  readonly requestId: string;
  readonly number: number;
  readonly familyId: number;
  readonly day: Day;
  readonly unitId: number;
  /** Of the request's other dates, those that do not close. */
  readonly others: readonly LineState[];
}

/** All that a closure touches. */
export interface ClosureReading {
  readonly exceptions: readonly ClosingException[];
  readonly places: readonly ClosingPlace[];
  readonly fees: readonly EndingFee[];
  readonly lines: readonly ClosingLine[];
}

/** On g (Group): it is of the target. */
function inTarget(target: ClosureTarget): Prisma.Sql {
  switch (target.kind) {
    case "town":
      return Prisma.sql`TRUE`;
    case "establishment":
      return Prisma.sql`g."establishmentId" = ${target.id}`;
    case "activity":
      return Prisma.sql`g."activityId" = ${target.id}`;
    case "group":
      return Prisma.sql`g.id = ${target.id}`;
  }
}

const isUnit = (column: Prisma.Sql, unitId: number | "every") =>
  unitId === "every" ? Prisma.sql`TRUE` : Prisma.sql`${column} = ${unitId}`;

interface GroupRow extends OpeningRows {
  readonly id: number;
  readonly from: string;
  readonly to: string;
}

/** The groups of the target on these days, where the unit is of their activity. One statement. */
async function readGroups(db: Reader, { target, unitId, period }: ClosureScope) {
  const ofUnit =
    unitId === "every"
      ? Prisma.sql`TRUE`
      : Prisma.sql`g."activityId" = (SELECT u."activityId" FROM "Unit" u WHERE u.id = ${unitId})`;
  const rows = await readRows<GroupRow>(db, "readClosingGroups")`
    SELECT g.id, g."firstDay"::text AS "from", g."lastDay"::text AS "to",
      ${openingsSql} AS openings, ${exceptionsSql} AS exceptions
    FROM "Group" g
    WHERE ${inTarget(target)} AND ${ofUnit} AND g."firstDay" <= ${period.to}::date
      AND g."lastDay" >= ${period.from}::date
    ORDER BY g.id`;
  return rows.map(({ id, from, to, ...row }) => ({
    id,
    dates: { from: day(from), to: day(to) },
    ...openingsOf(row),
  }));
}

/**
 * What a closure touches, as it stands. With "for-update" the inscriptions of its groups, then the requests
 * that wait, stay locked until the end of the transaction, in the order of the house: what is read is the
 * last word of whoever held them. Six statements, seven with the locks.
 */
export async function readTouched(
  db: Reader,
  scope: ClosureScope,
  lock: "for-update" | "no-lock",
): Promise<ClosureReading> {
  const groups = await readGroups(db, scope);
  const years = await readSchoolYears(db);
  const ids = groups.map(({ id }) => id);
  if (lock === "for-update") await lockInscriptions(db, ids);
  const lines = await readLines(db, ids, scope, lock);
  const places = await readPlaces(db, ids, scope);
  return {
    exceptions: closingExceptions(groups, scope, calendarOf(years)),
    places,
    lines,
    fees: await readEndingFees(db, places),
  };
}

async function lockInscriptions(db: Reader, groupIds: readonly number[]): Promise<void> {
  await readRows<{ id: number }>(db, "lockClosingInscriptions")`
    SELECT i.id FROM "Inscription" i WHERE i."groupId" = ANY(${[...groupIds]}::int[])
    ORDER BY i.id FOR UPDATE`;
}

async function readPlaces(
  db: Reader,
  groupIds: readonly number[],
  { unitId, period }: ClosureScope,
): Promise<ClosingPlace[]> {
  const rows = await readRows<
    Omit<ClosingPlace, "day" | "state"> & { day: string; state: ReservationState }
  >(db, "readClosingPlaces")`
    SELECT r."inscriptionId", r."unitId", r.day::text AS day, r.state::text AS state, r."familyId",
      i."childId", c."firstName", u.label AS "unitLabel", u."nounSingular", u."nounPlural",
      a.label AS "activityLabel", d.email AS "departmentEmail", p.amount,
      EXISTS (SELECT FROM "FamilyChild" fc WHERE fc."familyId" = r."familyId"
        AND fc."childId" = i."childId" AND ${someRight}) AS seen
    FROM "Inscription" i
    JOIN "Reservation" r ON r."inscriptionId" = i.id
      AND r.day BETWEEN ${period.from}::date AND ${period.to}::date
    JOIN "Child" c ON c.id = i."childId"
    JOIN "Unit" u ON u.id = r."unitId"
    JOIN "Activity" a ON a.id = u."activityId"
    JOIN "Department" d ON d.id = a."departmentId"
    LEFT JOIN "Price" p ON p.id = r."priceId"
    WHERE i."groupId" = ANY(${[...groupIds]}::int[]) AND ${isUnit(Prisma.sql`r."unitId"`, unitId)}
    ORDER BY r.day, a.position, u.position, u.id, r."familyId", i."childId", i.id`;
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}

async function readLines(
  db: Reader,
  groupIds: readonly number[],
  { unitId, period }: ClosureScope,
  lock: "for-update" | "no-lock",
): Promise<ClosingLine[]> {
  const closes = (l: Prisma.Sql) => Prisma.sql`(${l}.state = 'pending'
    AND ${l}.day BETWEEN ${period.from}::date AND ${period.to}::date
    AND ${isUnit(Prisma.sql`${l}."unitId"`, unitId)})`;
  const forUpdate = lock === "for-update" ? Prisma.sql`FOR UPDATE OF q` : Prisma.empty;
  const rows = await readRows<Omit<ClosingLine, "day"> & { day: string }>(db, "readClosingLines")`
    SELECT l."requestId", q.number, q."familyId", l.day::text AS day, l."unitId",
      l.change::text AS change, q.late,
      ARRAY(SELECT DISTINCT o.state::text FROM "RequestLine" o
        WHERE o."requestId" = q.id AND NOT ${closes(Prisma.sql`o`)}) AS others
    FROM "Inscription" i
    JOIN "ServiceRequest" q ON q."inscriptionId" = i.id
    JOIN "RequestLine" l ON l."requestId" = q.id AND ${closes(Prisma.sql`l`)}
    WHERE i."groupId" = ANY(${[...groupIds]}::int[])
    ORDER BY q.id, l.day, l."unitId" ${forUpdate}`;
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}
