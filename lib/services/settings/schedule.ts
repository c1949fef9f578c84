import "server-only";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { dateToDay, prisma } from "@/lib/db";
import { type Reader, readRows } from "@/lib/db/rows";
import type { DayKind } from "@/lib/domain/calendar";
import { day, type Day, type Period, type Weekday } from "@/lib/domain/day";
import {
  contradictedPlaces,
  contradictionOf,
  type Contradiction,
  type GroupPlace,
  type GroupSchedule,
} from "@/lib/domain/group-schedule";
import type { OpeningException } from "@/lib/domain/opening";
import { calendarOf, readSchoolYears } from "@/lib/services/school-years";
import { listed, type Listed } from "./save-setting";
import { stampOf } from "./stamp";

/** A unit opens on weekdays × kinds of day, from a first to a last day. */
export interface OpeningSetting {
  readonly unitId: number;
  readonly weekdays: readonly Weekday[];
  readonly dayKinds: readonly DayKind[];
  readonly from: Day;
  readonly to: Day;
}

/** A group with what is set of it. */
export interface ScheduledGroup {
  readonly id: number;
  readonly activityId: number;
  readonly dates: Period;
  readonly openings: readonly Listed<OpeningSetting>[];
  readonly exceptions: readonly Listed<OpeningException>[];
}

/** Null where there is no such group. Three statements, one after the other: a transaction has one connection. */
export async function readSchedule(
  _agent: Authorized<"manage-settings">,
  id: number,
  db: Pick<Tx, "group" | "groupOpening" | "openingException"> = prisma,
): Promise<ScheduledGroup | null> {
  const row = await db.group.findUnique({ where: { id } });
  if (!row) return null;
  const openings = await db.groupOpening.findMany({
    where: { groupId: id },
    orderBy: [{ unit: { position: "asc" } }, { firstDay: "asc" }, { id: "asc" }],
  });
  const exceptions = await db.openingException.findMany({
    where: { groupId: id },
    orderBy: [{ day: "asc" }, { id: "asc" }],
  });
  return {
    id,
    activityId: row.activityId,
    dates: { from: dateToDay(row.firstDay), to: dateToDay(row.lastDay) },
    openings: openings.map((o) =>
      listed(o.id, {
        unitId: o.unitId,
        weekdays: o.weekdays as Weekday[],
        dayKinds: o.dayKinds,
        from: dateToDay(o.firstDay),
        to: dateToDay(o.lastDay),
      }),
    ),
    exceptions: exceptions.map((x) =>
      listed(x.id, {
        unitId: x.everyUnit ? "every" : (x.unitId ?? "every"),
        day: dateToDay(x.day),
        open: x.open,
        reason: x.reason,
      }),
    ),
  };
}

/** The group's schedule as the domain takes it. */
export function scheduleOf({ openings, exceptions }: ScheduledGroup): GroupSchedule {
  return {
    openings: openings.map(({ setting }) => setting),
    exceptions: exceptions.map(({ setting }) => setting),
  };
}

/** What an agent confirms: what is lost, and a stamp of exactly these reservations. */
export interface ShownContradiction extends Contradiction {
  readonly stamp: string;
}

/** The reservations to come that the change closes; null where there are none. Two statements. */
export async function readContradiction(
  tx: Tx,
  group: ScheduledGroup,
  after: GroupSchedule,
  today: Day,
): Promise<ShownContradiction | null> {
  const [places, years] = [await readPlaces(tx, group.id, today), await readSchoolYears(tx)];
  const lost = contradictedPlaces(places, scheduleOf(group), after, calendarOf(years));
  const found = contradictionOf(lost);
  return found && { ...found, stamp: stampOf(lost) };
}

async function readPlaces(db: Reader, groupId: number, today: Day): Promise<GroupPlace[]> {
  const rows = await readRows<{ childId: number; unitId: number; day: string }>(
    db,
    "readGroupPlaces",
  )`
    SELECT i."childId", r."unitId", r.day::text AS day
    FROM "Inscription" i JOIN "Reservation" r ON r."inscriptionId" = i.id AND r.day >= ${today}::date
    WHERE i."groupId" = ${groupId} ORDER BY r.day, i."childId", r."unitId"`;
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}
