import type {
  BookingChild,
  BookingContext,
  BookingInscription,
  BookingUnit,
  CellRef,
} from "@/lib/domain/booking/context";
import type { Day } from "@/lib/domain/day";

/** One line of the calendar: a unit of an inscription of a child. */
export interface PlanningRow {
  readonly id: string;
  readonly child: BookingChild;
  readonly inscription: BookingInscription;
  readonly unit: BookingUnit;
  /** "Restauration Scolaire, Repas": starts every accessible name of the row. */
  readonly name: string;
}

export interface ChildRows {
  readonly child: BookingChild;
  readonly rows: readonly PlanningRow[];
}

/** The lines by child, in the order of the context; a child without an inscription is left out. */
export function rowsByChild(context: BookingContext): ChildRows[] {
  return context.children
    .map((child) => ({
      child,
      rows: context.inscriptions
        .filter(({ childId }) => childId === child.id)
        .flatMap((inscription) => inscription.units.map((unit) => rowOf(child, inscription, unit))),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function rowOf(
  child: BookingChild,
  inscription: BookingInscription,
  unit: BookingUnit,
): PlanningRow {
  return {
    id: `${inscription.id}-${unit.id}`,
    child,
    inscription,
    unit,
    name: rowName(inscription, unit),
  };
}

/** The activity alone where its only unit has the same name ("Études"). */
export function rowName(inscription: BookingInscription, unit: BookingUnit): string {
  return unit.label === inscription.activityLabel
    ? unit.label
    : `${inscription.activityLabel}, ${unit.label}`;
}

export function cellOf(row: PlanningRow, day: Day): CellRef {
  return { inscriptionId: row.inscription.id, unitId: row.unit.id, day };
}

export function inscriptionIds(context: BookingContext): number[] {
  return context.inscriptions.map(({ id }) => id);
}

/** Two children who share at least one unit: what one does may be copied to the other. */
export function siblingPairs(context: BookingContext): { from: BookingChild; to: BookingChild }[] {
  const groups = rowsByChild(context);
  return groups.flatMap((source) =>
    groups
      .filter((target) => target !== source && sharesUnit(source, target))
      .map((target) => ({ from: source.child, to: target.child })),
  );
}

function sharesUnit(a: ChildRows, b: ChildRows): boolean {
  const units = new Set(a.rows.map(({ unit }) => unit.id));
  return b.rows.some(({ unit }) => units.has(unit.id));
}

/**
 * Where a child's activities take place, said once beside the child's name: that of most activities, then the
 * others with theirs ("Restauration scolaire, Restaurant Jacques Prévert").
 */
export function placesOf(rows: readonly PlanningRow[]): {
  main: string;
  others: readonly string[];
} {
  const activities = new Map<string, Set<string>>();
  for (const { inscription } of rows) {
    const there = activities.get(inscription.establishmentLabel) ?? new Set();
    activities.set(inscription.establishmentLabel, there.add(inscription.activityLabel));
  }
  const [main, ...others] = [...activities].sort(([, a], [, b]) => b.size - a.size);
  return {
    main: main?.[0] ?? "",
    others: others.map(([where, what]) => `${[...what].join(", ")}, ${where}`),
  };
}
