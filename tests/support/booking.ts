import {
  cellKey,
  keyOf,
  type BookingContext,
  type BookingInscription,
  type BookingUnit,
  type CellKey,
  type CellRef,
  type HeldState,
  type Seats,
} from "@/lib/domain/booking/context";
import type { Wish, Wishes } from "@/lib/domain/booking/wishes";
import type { CutOffRule } from "@/lib/domain/cut-off";
import { day, moment, type Day, type Weekday } from "@/lib/domain/day";
import type { DayPart } from "@/lib/domain/unit";
import { zoneCCalendar } from "@/tests/support/school-calendar";

/** Pure builders: the manual's family as the rules see it, in either school year. No database. */
export const unitId = {
  accMatin: 1,
  accSoir: 2,
  etudes: 3,
  repas: 4,
  matin: 5,
  apresMidi: 6,
  journee: 7,
} as const;

export const leo = 1;
export const lucas = 2;

/** Inscription ids: the manual's five, in its order. */
export const inscriptionId = {
  leoStudy: 11,
  leoCanteen: 12,
  lucasCare: 21,
  lucasWednesdays: 22,
  lucasCanteen: 23,
} as const;

export const allInscriptions: number[] = Object.values(inscriptionId);

/** Canteen, care and study of the demo town: Thursday of the week before, 23:59. */
export const thursdayBefore: CutOffRule = {
  kind: "weekdayOfWeekBefore",
  weekday: 4,
  weeks: 1,
  at: "23:59",
};

/** Its Wednesdays. */
export const sevenDaysBefore: CutOffRule = {
  kind: "daysBefore",
  days: 7,
  skip: "none",
  at: "23:59",
};

function yearNamed(name: string): { name: string; from: Day; to: Day } {
  const year = zoneCCalendar.years.find((one) => one.name === name);
  if (!year) throw new Error(`No school year ${name}`);
  return { name, from: year.firstSchoolDay, to: year.lastSchoolDay };
}

const term = {
  "2025-2026": {
    id: 1,
    ...yearNamed("2025-2026"),
    studyTo: day("2026-06-26"),
    studyOpens: day("2025-09-08"),
    now: moment("2025-07-15T10:09"),
  },
  "2026-2027": {
    id: 2,
    ...yearNamed("2026-2027"),
    studyTo: day("2027-06-25"),
    studyOpens: day("2026-09-07"),
    now: moment("2026-11-22T10:00"),
  },
};

export interface BookingContextSpec {
  year?: keyof typeof term;
  /** `YYYY-MM-DDTHH:mm`; 15 July 2025 at 10:09, or 22 November 2026 at 10:00, unless said otherwise. */
  now?: string;
  held?: Readonly<Record<CellKey, HeldState>>;
  seats?: Seats;
  /** What differs from the manual, by inscription id; for all of them under `every`. */
  every?: Partial<BookingInscription>;
  inscriptions?: Readonly<Record<number, Partial<BookingInscription>>>;
}

export function aBookingContext(spec: BookingContextSpec = {}): BookingContext {
  const year = term[spec.year ?? "2025-2026"];
  return {
    calendar: zoneCCalendar,
    schoolYear: { id: year.id, name: year.name, from: year.from, to: year.to },
    children: [
      { id: leo, firstName: "Léo" },
      { id: lucas, firstName: "Lucas" },
    ],
    inscriptions: manualInscriptions(year).map((inscription) =>
      Object.assign(inscription, spec.every, spec.inscriptions?.[inscription.id]),
    ),
    held: spec.held ?? {},
    seats: spec.seats ?? {},
    now: spec.now === undefined ? year.now : moment(spec.now),
  };
}

function manualInscriptions(year: (typeof term)[keyof typeof term]): BookingInscription[] {
  const { from, to } = year;
  const school: Weekday[] = [1, 2, 4, 5];
  return [
    anInscription(inscriptionId.leoStudy, leo, study, [1, 2, 4], {
      from,
      to: year.studyTo,
      opens: year.studyOpens,
    }),
    anInscription(inscriptionId.leoCanteen, leo, canteen, school, { from, to }),
    anInscription(inscriptionId.lucasCare, lucas, care, school, { from, to }),
    anInscription(inscriptionId.lucasWednesdays, lucas, wednesdays, [3], { from, to }),
    anInscription(inscriptionId.lucasCanteen, lucas, canteen, school, { from, to }),
  ];
}

interface ActivityFacts {
  id: number;
  label: string;
  establishment: string;
  group: string | null;
  units: BookingUnit[];
  cutOff: CutOffRule;
  examined: boolean;
  /** Whether the town takes requests past the cut-off. */
  late: boolean;
}

function anInscription(
  id: number,
  childId: number,
  activity: ActivityFacts,
  weekdays: Weekday[],
  dates: { from: Day; to: Day; opens?: Day },
): BookingInscription {
  return {
    id,
    childId,
    groupId: activity.id,
    activityId: activity.id,
    activityLabel: activity.label,
    establishmentLabel: activity.establishment,
    groupLabel: activity.group,
    departmentName: "Service éducation",
    departmentEmail: "education@clairval.example",
    from: dates.from,
    to: dates.to,
    additions: activity.examined ? "examined" : "automatic",
    removals: "automatic",
    addCutOff: activity.cutOff,
    removeCutOff: activity.cutOff,
    lateAdditions: activity.late,
    lateRemovals: activity.late,
    mayBook: true,
    units: activity.units,
    openings: activity.units.map((unit) => ({
      unitId: unit.id,
      weekdays,
      dayKinds: ["schoolDay"],
      from: dates.opens ?? dates.from,
      to: dates.to,
    })),
    exceptions: [],
  };
}

function aUnit(id: number, label: string, nouns: [string, string], covers: DayPart[]): BookingUnit {
  return { id, label, nounSingular: nouns[0], nounPlural: nouns[1], covers, beginsAt: null };
}

const care: ActivityFacts = {
  id: 1,
  label: "Accueil Pre/Post Scolaire",
  establishment: "Maternelle Jacques Prévert",
  group: null,
  units: [
    aUnit(unitId.accMatin, "Acc Matin", ["accueil du matin", "accueils du matin"], ["morning"]),
    aUnit(unitId.accSoir, "Acc Soir", ["accueil du soir", "accueils du soir"], ["evening"]),
  ],
  cutOff: thursdayBefore,
  examined: false,
  late: true,
};

const study: ActivityFacts = {
  id: 2,
  label: "Etudes Surveillées",
  establishment: "Élémentaire Jacques Prévert",
  group: null,
  units: [aUnit(unitId.etudes, "Études", ["étude", "études"], ["evening"])],
  cutOff: thursdayBefore,
  examined: false,
  late: true,
};

const canteen: ActivityFacts = {
  id: 3,
  label: "Restauration Scolaire",
  establishment: "Restaurant Jacques Prévert",
  group: null,
  units: [aUnit(unitId.repas, "Repas", ["repas", "repas"], ["noon"])],
  cutOff: thursdayBefore,
  examined: false,
  late: true,
};

const wednesdays: ActivityFacts = {
  id: 4,
  label: "Centre de Loisirs Mercredis",
  establishment: "Centre de Loisirs Jacques Prévert",
  group: "Petits",
  units: [
    aUnit(unitId.matin, "Matin", ["matin", "matins"], ["morning"]),
    aUnit(unitId.apresMidi, "Après-midi", ["après-midi", "après-midi"], ["afternoon"]),
    aUnit(unitId.journee, "Journée", ["journée", "journées"], ["morning", "noon", "afternoon"]),
  ],
  cutOff: sevenDaysBefore,
  examined: true,
  late: false,
};

export function aCell(inscription: number, unit: number, d: string): CellRef {
  return { inscriptionId: inscription, unitId: unit, day: day(d) };
}

/** What is held: `[inscription, unit, day, state]` each, reserved unless said otherwise. */
export function heldCells(
  ...cells: readonly (readonly [number, number, string, HeldState?])[]
): Record<CellKey, HeldState> {
  const held: Record<CellKey, HeldState> = {};
  for (const [inscription, unit, d, state = "reserved"] of cells)
    held[cellKey(inscription, unit, day(d))] = state;
  return held;
}

/** A draft written by hand: what a browser (or somebody else) might send. */
export function wishesOf(...wishes: readonly (readonly [cell: CellRef, wish: Wish])[]): Wishes {
  return Object.fromEntries(wishes.map(([cell, wish]) => [keyOf(cell), wish])) as Wishes;
}
