import type { Tx } from "@/lib/commit";
import type { Calendar } from "@/lib/domain/calendar";
import { eachDay, type Day } from "@/lib/domain/day";
import { openingOf } from "@/lib/domain/opening";
import { aSchoolYear, type BuiltSchoolYear } from "@/tests/support/builders/school-year";
import {
  aDepartment,
  anActivity,
  anEstablishment,
  type BuiltActivity,
  unitOf,
} from "@/tests/support/builders/activity";
import { type BuiltGroup, someGroups } from "@/tests/support/builders/group";
import { at } from "@/tests/support/builders/rows";
import { type ActivityFacts, calendarFacts, type GroupFacts, townFacts } from "./facts";

/** A group of the demo town, with what its bookings depend on. */
export interface DemoGroup {
  readonly row: BuiltGroup;
  readonly facts: GroupFacts;
  readonly activity: BuiltActivity;
  readonly schoolYear: string;
  /** Days on which a unit is open, oldest first. Worked out once. */
  readonly openDays: (unitId: number) => readonly Day[];
}

export interface DemoTown {
  readonly schoolYears: ReadonlyMap<string, BuiltSchoolYear>;
  readonly activities: ReadonlyMap<string, BuiltActivity>;
  readonly establishments: ReadonlyMap<string, { id: number }>;
  readonly groups: readonly DemoGroup[];
}

const calendar: Calendar = { years: calendarFacts.schoolYears };

/** School years, department, activities, establishments and groups: the town without its people. */
export async function writeTown(db: Tx): Promise<DemoTown> {
  const schoolYears = new Map<string, BuiltSchoolYear>();
  for (const { name } of calendarFacts.schoolYears)
    schoolYears.set(name, await aSchoolYear(db, { name }));
  const department = await aDepartment(db, townFacts.department);
  const activities = new Map<string, BuiltActivity>();
  for (const [index, facts] of townFacts.activities.entries())
    activities.set(facts.code, await writeActivity(db, facts, index + 1, department));
  const establishments = new Map<string, { id: number }>();
  for (const name of new Set(townFacts.groups.map((g) => g.establishment)))
    establishments.set(name, await anEstablishment(db, { name }));
  const specs = [...schoolYears.values()].flatMap((schoolYear) =>
    townFacts.groups.map((facts) =>
      groupSpec(facts, {
        schoolYear,
        activity: known(activities, facts.activity),
        establishment: known(establishments, facts.establishment),
      }),
    ),
  );
  const rows = await someGroups(
    db,
    specs.map(({ spec }) => spec),
  );
  const groups = specs.map(({ facts, spec, openDays }, i) => ({
    row: at(rows, i),
    facts,
    activity: spec.activity,
    schoolYear: spec.schoolYear.name,
    openDays,
  }));
  return { schoolYears, activities, establishments, groups };
}

/** The value under that name; a name that the data does not hold stops the seed. */
export function known<V>(map: ReadonlyMap<string, V>, name: string): V {
  const value = map.get(name);
  if (value === undefined) throw new Error(`The demo data names "${name}", which it does not hold`);
  return value;
}

/** The group of that code in a school year. */
export function groupNamed(town: DemoTown, code: string, schoolYear: string): DemoGroup {
  const group = town.groups.find((g) => g.facts.code === code && g.schoolYear === schoolYear);
  if (!group) throw new Error(`The demo data names the group ${code}, which it does not hold`);
  return group;
}

async function writeActivity(
  db: Tx,
  facts: ActivityFacts,
  position: number,
  department: { id: number },
): Promise<BuiltActivity> {
  const { code, label, additions, removals, lateAdditions, lateRemovals, cutOff, units } = facts;
  return anActivity(db, {
    code,
    label,
    position,
    department,
    additions,
    removals,
    lateAdditions,
    lateRemovals,
    addCutOff: cutOff,
    removeCutOff: cutOff,
    units,
  });
}

function groupSpec(
  facts: GroupFacts,
  its: {
    schoolYear: BuiltSchoolYear;
    activity: BuiltActivity;
    establishment: { id: number };
  },
) {
  const rules = townFacts.activities.find(({ code }) => code === facts.activity);
  const period = rules?.periods[its.schoolYear.name];
  if (!rules || !period)
    throw new Error(`No period of ${facts.activity} in ${its.schoolYear.name}`);
  const { weekdays, dayKinds } = rules;
  const opens = { weekdays, dayKinds, from: period.opensFrom ?? period.from };
  const exceptions = townFacts.exceptions.filter(
    (x) => x.groups.includes(facts.code) && x.day >= period.from && x.day <= period.to,
  );
  const closures = exceptions.map((x) => ({ ...x, unitId: "every" as const }));
  const openDays = remembered((unitId) => {
    const rule = { ...opens, unitId, to: period.to };
    return eachDay(period).filter((d) => openingOf(d, unitId, [rule], closures, calendar).open);
  });
  const { code, label } = facts;
  const { from, to } = period;
  const spec = { ...its, code, label, from, to, openings: [opens], exceptions };
  return { facts, spec, openDays };
}

function remembered<V>(read: (id: number) => V): (id: number) => V {
  const values = new Map<number, V>();
  return (id) => {
    const value = values.get(id) ?? read(id);
    values.set(id, value);
    return value;
  };
}

/** The id of a unit of the group, by its code. */
export const unitIdOf = (group: DemoGroup, code: string): number => unitOf(group.activity, code).id;
