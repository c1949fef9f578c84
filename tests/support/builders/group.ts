import type { Tx } from "@/lib/commit";
import { dateToDay, dayToDate } from "@/lib/db";
import type { DayKind } from "@/lib/domain/calendar";
import { day, type Weekday } from "@/lib/domain/day";
import type {
  Group,
  GroupOpening,
  OpeningException,
  SchoolYear,
} from "@/lib/generated/prisma/client";
import { anEstablishment, type BuiltActivity, unitOf } from "./activity";
import { at, inOrder } from "./rows";
import { nextNumber } from "./sequence";

export interface OpeningSpec {
  /** Code of a unit of the activity; all its families' units unless told. */
  unit?: string;
  weekdays?: readonly Weekday[];
  dayKinds?: readonly DayKind[];
  from?: string;
  to?: string;
}

export interface ExceptionSpec {
  day: string;
  open: boolean;
  reason: string;
  unit?: string;
}

export interface GroupSpec {
  activity: BuiltActivity;
  schoolYear: SchoolYear;
  establishment?: { id: number };
  code?: string;
  label?: string | null;
  /** First and last day; the school year's unless told. */
  from?: string;
  to?: string;
  openings?: readonly OpeningSpec[];
  exceptions?: readonly ExceptionSpec[];
}

export type BuiltGroup = Group & { openings: GroupOpening[]; exceptions: OpeningException[] };

const schoolWeekdays: readonly Weekday[] = [1, 2, 4, 5];

/**
 * A group. Unless told otherwise it opens every unit that families may book on the school days of
 * Mondays, Tuesdays, Thursdays and Fridays, over the whole school year, in an establishment of its own.
 */
export async function aGroup(db: Tx, spec: GroupSpec): Promise<BuiltGroup> {
  const [group] = await someGroups(db, [spec]);
  if (!group) throw new Error("No group was written");
  return group;
}

/** Many groups, in three statements (and one for each establishment left out). */
export async function someGroups(db: Tx, specs: readonly GroupSpec[]): Promise<BuiltGroup[]> {
  const complete = [];
  for (const spec of specs)
    complete.push({
      ...spec,
      from: spec.from ?? dateToDay(spec.schoolYear.firstSchoolDay),
      to: spec.to ?? dateToDay(spec.schoolYear.lastSchoolDay),
      establishment: spec.establishment ?? (await anEstablishment(db)),
    });
  const groups = inOrder(await db.group.createManyAndReturn({ data: complete.map(groupRow) }));
  const pairs = complete.map((spec, i) => ({ spec, groupId: at(groups, i).id }));
  const openings = await db.groupOpening.createManyAndReturn({
    data: pairs.flatMap(({ spec, groupId }) =>
      (spec.openings ?? [{}])
        .flatMap((o) => openingRows(spec.activity, o, spec.from, spec.to))
        .map((row) => ({ ...row, groupId })),
    ),
  });
  const exceptions = await db.openingException.createManyAndReturn({
    data: pairs.flatMap(({ spec, groupId }) =>
      (spec.exceptions ?? []).map((x) => ({ ...exceptionRow(spec.activity, x), groupId })),
    ),
  });
  return groups.map((group) => ({
    ...group,
    openings: openings.filter(({ groupId }) => groupId === group.id),
    exceptions: exceptions.filter(({ groupId }) => groupId === group.id),
  }));
}

const groupRow = (
  spec: GroupSpec & { from: string; to: string; establishment: { id: number } },
) => ({
  activityId: spec.activity.id,
  establishmentId: spec.establishment.id,
  schoolYearId: spec.schoolYear.id,
  code: spec.code ?? `GROUP_${nextNumber()}`,
  label: spec.label ?? null,
  firstDay: dayToDate(day(spec.from)),
  lastDay: dayToDate(day(spec.to)),
});

function openingRows(activity: BuiltActivity, spec: OpeningSpec, from: string, to: string) {
  const units = spec.unit
    ? [unitOf(activity, spec.unit)]
    : activity.units.filter(({ agentOnly }) => !agentOnly);
  return units.map(({ id }) => ({
    unitId: id,
    weekdays: [...(spec.weekdays ?? schoolWeekdays)],
    dayKinds: [...(spec.dayKinds ?? (["schoolDay"] as const))],
    firstDay: dayToDate(day(spec.from ?? from)),
    lastDay: dayToDate(day(spec.to ?? to)),
  }));
}

function exceptionRow(activity: BuiltActivity, spec: ExceptionSpec) {
  return {
    everyUnit: !spec.unit,
    unitId: spec.unit ? unitOf(activity, spec.unit).id : null,
    day: dayToDate(day(spec.day)),
    open: spec.open,
    reason: spec.reason,
  };
}
