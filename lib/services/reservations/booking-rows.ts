import "server-only";
import { type Reader, readRows } from "@/lib/db/rows";
import type {
  BookingContext,
  BookingInscription,
  BookingUnit,
  CellKey,
  HeldState,
  ReservationState,
  Seats,
  ValidationMode,
} from "@/lib/domain/booking/context";
import { cellKey } from "@/lib/domain/booking/context";
import type { CutOffRule } from "@/lib/domain/cut-off";
import { parseCutOffRule } from "@/lib/domain/cut-off-rule";
import { day, type Day, type Moment } from "@/lib/domain/day";
import { cents, type Cents } from "@/lib/domain/money";
import type { KeptPrices } from "@/lib/domain/tariff/price-table";
import { Prisma } from "@/lib/generated/prisma/client";
import { limitedGroups } from "@/lib/services/places/lock-limited";
import { someRight } from "@/lib/services/child-rights";
import {
  exceptionsSql,
  openingsOf,
  openingsSql,
  type OpeningRows,
} from "@/lib/services/reservations/group-openings";
import { calendarOf, schoolYearRef, type SchoolYearRow } from "@/lib/services/school-years";

interface InscriptionRow extends OpeningRows {
  id: number;
  childId: number;
  groupId: number;
  /** Some unit of its group is limited. */
  limited: boolean;
  firstName: string;
  mayBook: boolean;
  from: string;
  to: string;
  activityId: number;
  activityLabel: string;
  additions: ValidationMode;
  removals: ValidationMode;
  addCutOff: unknown;
  removeCutOff: unknown;
  lateAdditions: boolean;
  lateRemovals: boolean;
  departmentName: string;
  departmentEmail: string;
  establishmentLabel: string;
  groupLabel: string | null;
  units: BookingUnit[];
}

/**
 * The family's inscriptions of a school year that have not ended, with the rules of their groups, in
 * the order of the screens: children by age of their file, then activities. A child of whom a court has
 * taken every right away is not among them. One statement. With
 * `lock`, the inscription rows, then those of limited groups, stay locked until the end of the transaction,
 * in one order.
 */
export async function readInscriptions(
  db: Reader,
  familyId: number,
  schoolYearId: number,
  today: Day,
  lock: "for-update" | "no-lock",
): Promise<InscriptionRow[]> {
  const forUpdate = lock === "for-update" ? Prisma.sql`FOR UPDATE OF i` : Prisma.empty;
  return readRows<InscriptionRow>(db, "readInscriptions")`
    WITH mine AS MATERIALIZED (
      SELECT i.id, i."childId", i."groupId", i."firstDay", i."lastDay", fc."mayBook"
      FROM "FamilyChild" fc
      JOIN "Inscription" i ON i."childId" = fc."childId" AND i."lastDay" >= ${today}::date
      JOIN "Group" g ON g.id = i."groupId" AND g."schoolYearId" = ${schoolYearId}
      WHERE fc."familyId" = ${familyId} AND ${someRight}
      ORDER BY i.id ${forUpdate}
    ), limited AS MATERIALIZED (
      ${limitedGroups(Prisma.sql`SELECT "groupId" FROM mine`, lock)}
    )
    SELECT i.id, i."childId", i."groupId", i."groupId" = ANY(l.ids) AS limited, c."firstName", i."mayBook",
      i."firstDay"::text AS "from", i."lastDay"::text AS "to",
      a.id AS "activityId", a.label AS "activityLabel",
      a.additions::text AS additions, a.removals::text AS removals, a."addCutOff", a."removeCutOff",
      a."lateAdditions", a."lateRemovals",
      d.name AS "departmentName", d.email AS "departmentEmail",
      e.name AS "establishmentLabel", g.label AS "groupLabel",
      (SELECT json_agg(json_build_object('id', u.id, 'label', u.label, 'nounSingular', u."nounSingular",
                'nounPlural', u."nounPlural", 'covers', u.covers, 'beginsAt', u."beginsAt") ORDER BY u.position)
       FROM "Unit" u WHERE u."activityId" = a.id AND NOT u."agentOnly") AS units,
      ${openingsSql} AS openings, ${exceptionsSql} AS exceptions
    FROM mine i CROSS JOIN (SELECT coalesce(array_agg(id), '{}') AS ids FROM limited) l
    JOIN "Child" c ON c.id = i."childId"
    JOIN "Group" g ON g.id = i."groupId"
    JOIN "Activity" a ON a.id = g."activityId"
    JOIN "Department" d ON d.id = a."departmentId"
    JOIN "Establishment" e ON e.id = g."establishmentId"
    ORDER BY c.id, a.position, i.id`;
}

interface HeldRow {
  inscriptionId: number;
  unitId: number;
  state: ReservationState;
  own: boolean;
  /** In cents, as it was validated; null without a price. */
  amount: number | null;
  days: string[];
}

/** What is reserved on these inscriptions, by whichever of the child's families. One statement. */
export async function readHeld(
  db: Reader,
  familyId: number,
  inscriptionIds: readonly number[],
): Promise<HeldRow[]> {
  return readRows<HeldRow>(db, "readHeld")`
    SELECT r."inscriptionId", r."unitId", r.state::text AS state, r."familyId" = ${familyId} AS own,
      p.amount, array_agg(r.day::text) AS days
    FROM "Reservation" r LEFT JOIN "Price" p ON p.id = r."priceId"
    WHERE r."inscriptionId" = ANY(${[...inscriptionIds]}::int[])
    GROUP BY r."inscriptionId", r."unitId", r.state, own, p.amount`;
}

/** The prices that the family's own reservations keep, by cell. */
export function keptAmounts(rows: readonly HeldRow[]): KeptPrices["cells"] {
  const kept: Record<CellKey, Cents | null> = {};
  for (const { inscriptionId, unitId, own, amount, days } of rows)
    for (const d of own ? days : [])
      kept[cellKey(inscriptionId, unitId, day(d))] = amount === null ? null : cents(amount);
  return kept;
}

/** The context in which the domain decides, from the rows just read. */
export function contextOf({
  years,
  schoolYear,
  inscriptions,
  held,
  seats,
  now,
}: {
  readonly years: readonly SchoolYearRow[];
  readonly schoolYear: SchoolYearRow;
  readonly inscriptions: readonly InscriptionRow[];
  readonly held: readonly HeldRow[];
  readonly seats: Seats;
  readonly now: Moment;
}): BookingContext {
  const children = new Map(inscriptions.map((i) => [i.childId, i.firstName]));
  return {
    calendar: calendarOf(years),
    schoolYear: schoolYearRef(schoolYear),
    children: [...children].map(([id, firstName]) => ({ id, firstName })),
    inscriptions: inscriptions.map(inscriptionOf),
    held: heldCells(held),
    seats,
    now,
  };
}

function inscriptionOf(row: InscriptionRow): BookingInscription {
  const { from, to, addCutOff, removeCutOff, firstName: _, limited: __, ...rest } = row;
  return {
    ...rest,
    from: day(from),
    to: day(to),
    addCutOff: cutOffOf(addCutOff, row),
    removeCutOff: cutOffOf(removeCutOff, row),
    ...openingsOf(row),
  };
}

// A rule that cannot be read is a fault of the town's settings: never "no limit" by accident.
function cutOffOf(json: unknown, row: InscriptionRow): CutOffRule {
  const rule = parseCutOffRule(json);
  if (!rule)
    throw new Error(`Activity ${row.activityId}: unreadable cut-off ${JSON.stringify(json)}`);
  return rule;
}

function heldCells(rows: readonly HeldRow[]): Record<CellKey, HeldState> {
  const held: Record<CellKey, HeldState> = {};
  for (const row of rows)
    for (const d of row.days)
      held[cellKey(row.inscriptionId, row.unitId, day(d))] = row.own ? row.state : "elsewhere";
  return held;
}
