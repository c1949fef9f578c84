import { type Day, type Moment, type Period, weekdayOf } from "@/lib/domain/day";
import { cycleWeekOf, type PeriodicityTick } from "@/lib/domain/periodicity";
import type { DemoGroup } from "./town";

/** An inscription of the demo town with its group. */
export interface DemoInscription {
  readonly id: number;
  readonly childId: number;
  readonly group: DemoGroup;
}

export interface Decision {
  readonly at: Moment;
  /** Of n dates asked, the last `refused` are refused. */
  readonly refused: number;
  readonly message: string | null;
}

/** What a guardian sent at once: some days of some inscriptions. */
export interface Sending {
  readonly at: Moment;
  readonly familyId: number;
  readonly accountId: string;
  readonly actorName: string;
  readonly parts: readonly SendingPart[];
  /** The agent's answer to what is examined; not given yet where it is null or lies ahead. */
  readonly decision: Decision | null;
}

export interface SendingPart {
  readonly inscription: DemoInscription;
  readonly cells: readonly { readonly unitId: number; readonly day: Day }[];
}

/** The open days that a periodicity ticks, by inscription. */
export function ticked(
  inscriptions: readonly DemoInscription[],
  period: Period,
  weeks: readonly (readonly PeriodicityTick[])[],
): SendingPart[] {
  const periodicity = { ...period, weeks };
  return inscriptions.map((inscription) => {
    const { group } = inscription;
    const units = new Set(
      weeks.flat().flatMap((t) => (t.inscriptionId === inscription.id ? t.unitId : [])),
    );
    const cells = [...units].flatMap((unitId) =>
      group
        .openDays(unitId)
        .filter((d) => d >= period.from && d <= period.to)
        .filter((d) => wanted(weeks[cycleWeekOf(periodicity, d)] ?? [], inscription.id, unitId, d))
        .map((d) => ({ unitId, day: d })),
    );
    return { inscription, cells };
  });
}

function wanted(week: readonly PeriodicityTick[], inscriptionId: number, unitId: number, d: Day) {
  const weekday = weekdayOf(d);
  return week.some(
    (t) => t.inscriptionId === inscriptionId && t.unitId === unitId && t.weekday === weekday,
  );
}
