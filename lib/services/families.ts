import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { HeldState } from "@/lib/domain/booking/context";
import { day, type Day } from "@/lib/domain/day";
import { someRight } from "@/lib/services/child-rights";

export interface GuardianCard {
  readonly id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** A unit that a child comes to on a day, or asked for. */
export interface DayReservation {
  readonly day: Day;
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly unitLabel: string;
  readonly activityLabel: string;
  readonly state: HeldState;
  /** Asked past its cut-off; of the other home nothing is said. */
  readonly late: boolean;
}

export interface HouseholdChild {
  readonly id: number;
  readonly firstName: string;
  /** Morning first. */
  readonly reservations: readonly DayReservation[];
}

export interface Household {
  readonly name: string;
  readonly guardians: readonly GuardianCard[];
  readonly children: readonly HouseholdChild[];
}

type Row = Omit<Household, "children"> & {
  children: (Omit<HouseholdChild, "reservations"> & {
    reservations: (Omit<DayReservation, "day"> & { day: string })[];
  })[];
};

/** The family's guardians and children, and where each child is expected on these days. One statement. */
export async function readHousehold(
  family: AuthorizedFamily,
  days: readonly Day[],
): Promise<Household> {
  const { familyId } = family;
  const rows = await readRows<Row>(prisma, "readHousehold")`
    SELECT f.name,
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'name', r."firstName" || ' ' || r."lastName",
                'phone', r.phone, 'email', r.email) ORDER BY r.id), '[]')
       FROM "Guardian" r WHERE r."familyId" = f.id) AS guardians,
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'firstName', c."firstName",
          'reservations', (
            SELECT coalesce(json_agg(json_build_object('day', r.day, 'inscriptionId', r."inscriptionId",
              'unitId', u.id, 'unitLabel', u.label, 'activityLabel', a.label,
              'state', CASE WHEN r."familyId" = ${familyId} THEN r.state::text ELSE 'elsewhere' END,
              'late', r.late AND r."familyId" = ${familyId})
              ORDER BY u.covers, a.position, u.position), '[]')
            FROM "Inscription" i
            JOIN "Reservation" r ON r."inscriptionId" = i.id AND r.day = ANY(${[...days]}::date[])
            JOIN "Unit" u ON u.id = r."unitId"
            JOIN "Activity" a ON a.id = u."activityId"
            WHERE i."childId" = c.id)) ORDER BY c.id), '[]')
       FROM "FamilyChild" fc JOIN "Child" c ON c.id = fc."childId"
       WHERE fc."familyId" = f.id AND ${someRight}) AS children
    FROM "Family" f WHERE f.id = ${familyId}`;
  const [row] = rows;
  if (!row) throw new Error(`Family ${familyId} has vanished`);
  return {
    ...row,
    children: row.children.map((child) => ({
      ...child,
      reservations: child.reservations.map((a) => ({ ...a, day: day(a.day) })),
    })),
  };
}
