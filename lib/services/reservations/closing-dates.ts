import "server-only";
import { type Reader, readRows } from "@/lib/db/rows";
import type { ReservationState } from "@/lib/domain/booking/context";
import type { TouchedPlace, WaitingLine } from "@/lib/domain/closure-figures";
import { day, type Day } from "@/lib/domain/day";
import type { LineState } from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";
import { someRight } from "@/lib/services/child-rights";

/** A reservation on a day that closes, or that its inscription does not reach any more, with what its family is told. */
export interface ClosingPlace extends TouchedPlace {
  readonly firstName: string;
  readonly departmentEmail: string;
  /** False where a court order has taken the child from the family's sight: it is not named to it. */
  readonly seen: boolean;
}

/** A waiting date of such a day, with its request. */
export interface ClosingLine extends WaitingLine {
  readonly requestId: string;
  readonly number: number;
  readonly familyId: number;
  readonly day: Day;
  readonly unitId: number;
  /** Of the request's other dates, those that do not close. */
  readonly others: readonly LineState[];
}

/** Which dates close: a condition on `i` (Inscription), and one on the alias of what has `day` and "unitId". */
export interface ClosingDates {
  readonly inscriptions: Prisma.Sql;
  readonly dates: (of: Prisma.Sql) => Prisma.Sql;
}

/** What is held of them, in the order in which a family reads it. One statement. */
export async function readClosingPlaces(
  db: Reader,
  { inscriptions, dates }: ClosingDates,
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
      AND ${dates(Prisma.sql`r`)}
    JOIN "Child" c ON c.id = i."childId"
    JOIN "Unit" u ON u.id = r."unitId"
    JOIN "Activity" a ON a.id = u."activityId"
    JOIN "Department" d ON d.id = a."departmentId"
    LEFT JOIN "Price" p ON p.id = r."priceId"
    WHERE ${inscriptions}
    ORDER BY r.day, a.position, u.position, u.id, r."familyId", i."childId", i.id`;
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}

/** What waits of them; "for-update" locks the requests, in their order. One statement. */
export async function readClosingLines(
  db: Reader,
  { inscriptions, dates }: ClosingDates,
  lock: "for-update" | "no-lock",
): Promise<ClosingLine[]> {
  const closes = (l: Prisma.Sql) => Prisma.sql`(${l}.state = 'pending' AND ${dates(l)})`;
  const forUpdate = lock === "for-update" ? Prisma.sql`FOR UPDATE OF q` : Prisma.empty;
  const rows = await readRows<Omit<ClosingLine, "day"> & { day: string }>(db, "readClosingLines")`
    SELECT l."requestId", q.number, q."familyId", l.day::text AS day, l."unitId",
      l.change::text AS change, q.late,
      ARRAY(SELECT DISTINCT o.state::text FROM "RequestLine" o
        WHERE o."requestId" = q.id AND NOT ${closes(Prisma.sql`o`)}) AS others
    FROM "Inscription" i
    JOIN "ServiceRequest" q ON q."inscriptionId" = i.id
    JOIN "RequestLine" l ON l."requestId" = q.id AND ${closes(Prisma.sql`l`)}
    WHERE ${inscriptions}
    ORDER BY q.id, l.day, l."unitId" ${forUpdate}`;
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}
