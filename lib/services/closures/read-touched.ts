import "server-only";
import { type Reader, readRows } from "@/lib/db/rows";
import {
  closingExceptions,
  type ClosingException,
  type ClosureScope,
  type ClosureTarget,
} from "@/lib/domain/closure";
import type { EndingFee } from "@/lib/domain/closure-figures";
import { day } from "@/lib/domain/day";
import { Prisma } from "@/lib/generated/prisma/client";
import { readEndingFees } from "@/lib/services/places/close-places";
import {
  readClosingLines,
  readClosingPlaces,
  type ClosingLine,
  type ClosingPlace,
} from "@/lib/services/reservations/closing-dates";
import {
  exceptionsSql,
  openingsOf,
  openingsSql,
  type OpeningRows,
} from "@/lib/services/reservations/group-openings";
import { calendarOf, readSchoolYears } from "@/lib/services/school-years";

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
  const closing = {
    inscriptions: Prisma.sql`i."groupId" = ANY(${ids}::int[])`,
    dates: (of: Prisma.Sql) =>
      Prisma.sql`${of}.day BETWEEN ${scope.period.from}::date AND ${scope.period.to}::date
        AND ${isUnit(Prisma.sql`${of}."unitId"`, scope.unitId)}`,
  };
  const lines = await readClosingLines(db, closing, lock);
  const places = await readClosingPlaces(db, closing);
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
