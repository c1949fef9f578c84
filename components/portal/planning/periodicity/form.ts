import type { PeriodicityMode } from "@/lib/domain/booking/apply-periodicity";
import type { BookingContext } from "@/lib/domain/booking/context";
import { presentWeeks } from "@/lib/domain/booking/present-weeks";
import { bookingIndex } from "@/lib/domain/booking/rules";
import type { Wishes } from "@/lib/domain/booking/wishes";
import {
  addDays,
  daysBetween,
  maxDay,
  mondayOf,
  parseDay,
  type Day,
  type Weekday,
} from "@/lib/domain/day";
import { defaultPeriod, type Periodicity, type PeriodicityTick } from "@/lib/domain/periodicity";
import type { Rhythm } from "@/lib/domain/rhythm";
import { widestSet } from "@/lib/domain/unit";
import { inscriptionIds } from "../rows";

export type FormStep = "period" | "cycle" | "days" | "preview";

export const STEPS: readonly FormStep[] = ["period", "cycle", "days", "preview"];

/** What is being typed in « Appliquer une périodicité »: dates are texts until they are checked. */
export interface PeriodicityForm {
  readonly step: FormStep;
  readonly from: string;
  readonly to: string;
  readonly cycle: number;
  /** Always four weeks; those beyond the cycle are kept while one hesitates. */
  readonly weeks: readonly (readonly PeriodicityTick[])[];
  /** Whether the weeks were chosen; until then they are what the family has now. */
  readonly chosen: boolean;
  readonly mode: PeriodicityMode;
  /** Inscriptions without a tick that are to be emptied. */
  readonly emptied: readonly number[];
}

export type DateErrors = { readonly from?: string; readonly to?: string };

/** The form as it opens: on the default period; with a rhythm, straight at its preview. */
export function startForm(context: BookingContext, rhythm: Rhythm | null): PeriodicityForm {
  const period = defaultPeriod(context, inscriptionIds(context)) ?? context.schoolYear;
  const weeks = [0, 1, 2, 3].map((week) => rhythm?.weeks[week] ?? []);
  return {
    step: rhythm ? "preview" : "period",
    from: period.from,
    to: period.to,
    cycle: rhythm?.weeks.length ?? 1,
    weeks,
    chosen: rhythm !== null,
    mode: "replace",
    emptied: [],
  };
}

/**
 * The form with its days ready: the present rhythm of its period and cycle is ticked until one chooses, so
 * that ticking a day adds it, and only unticking takes away.
 */
export function withPresentDays(
  context: BookingContext,
  wishes: Wishes,
  form: PeriodicityForm,
): PeriodicityForm {
  const periodicity = form.chosen ? null : periodicityOf(form);
  if (!periodicity) return form;
  const weeks = presentWeeks(context, wishes, periodicity, form.cycle);
  return { ...form, weeks: form.weeks.map((old, week) => weeks[week] ?? old) };
}

/** Inscriptions that had days when the form opened them, and have none left: emptying them is meant. */
export function emptiedByHand(
  context: BookingContext,
  wishes: Wishes,
  form: PeriodicityForm,
): number[] {
  const before = withPresentDays(context, wishes, { ...form, chosen: false });
  const idsOf = ({ weeks, cycle }: PeriodicityForm) =>
    new Set(weeks.slice(0, cycle).flatMap((week) => week.map((tick) => tick.inscriptionId)));
  const left = idsOf(form);
  return [...idsOf(before)].filter((id) => !left.has(id));
}

/** `typed`: fields in which the browser holds something that is no date (31 April, half a date). */
export function dateErrors(
  form: PeriodicityForm,
  typed: { from: boolean; to: boolean } = { from: false, to: false },
): DateErrors {
  const from = parseDay(form.from);
  const to = parseDay(form.to);
  if (from === null || to === null) {
    return {
      ...(from === null ? { from: dateSentence(form.from, typed.from) } : {}),
      ...(to === null ? { to: dateSentence(form.to, typed.to) } : {}),
    };
  }
  if (to < from) return { to: "La date de fin est avant la date de début." };
  if (daysBetween(from, to) >= 400) {
    return { to: "La période est trop longue\u00a0: 400 jours au plus." };
  }
  return {};
}

function dateSentence(text: string, typed: boolean): string {
  return text !== "" || typed ? "Cette date n’existe pas." : "Indiquez une date.";
}

/** The periodicity that the form describes, or null while a date is not one. */
export function periodicityOf(form: PeriodicityForm): Periodicity | null {
  const from = parseDay(form.from);
  const to = parseDay(form.to);
  if (from === null || to === null) return null;
  return { from, to, weeks: form.weeks.slice(0, form.cycle) };
}

/** The first day of a week of the cycle that the period holds. */
export function weekStart(from: Day, week: number): Day {
  return maxDay(from, addDays(mondayOf(from), 7 * week));
}

export function hasTick(
  week: readonly PeriodicityTick[],
  inscriptionId: number,
  unitId: number,
  weekday: Weekday,
): boolean {
  return week.some(
    (tick) =>
      tick.inscriptionId === inscriptionId && tick.unitId === unitId && tick.weekday === weekday,
  );
}

/** One box of a week. Ticking unticks the units that cover the same part of that day: their ids. */
export function toggleTick(
  context: BookingContext,
  form: PeriodicityForm,
  week: number,
  tick: PeriodicityTick,
): { form: PeriodicityForm; unticked: number[] } {
  const ticks = form.weeks[week] ?? [];
  const others = ticks.filter((other) => !same(other, tick));
  if (others.length < ticks.length) return { form: withWeek(form, week, others), unticked: [] };
  const rivals =
    bookingIndex(context).get(tick.inscriptionId)?.units.get(tick.unitId)?.rivals ?? [];
  const excluded = others.filter(
    (other) =>
      other.inscriptionId === tick.inscriptionId &&
      other.weekday === tick.weekday &&
      rivals.some(({ id }) => id === other.unitId),
  );
  return {
    form: withWeek(form, week, [...others.filter((other) => !excluded.includes(other)), tick]),
    unticked: excluded.map(({ unitId }) => unitId),
  };
}

/** Every weekday on which a unit opens, with the widest set of units; or nothing. */
export function fillWeek(
  context: BookingContext,
  form: PeriodicityForm,
  week: number,
  want: boolean,
): PeriodicityForm {
  if (!want) return withWeek(form, week, []);
  const ticks = context.inscriptions.flatMap((inscription) =>
    ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) =>
      widestSet(
        inscription.units.filter((unit) => opensOn(context, inscription.id, unit.id, weekday)),
      ).map((unit) => ({ inscriptionId: inscription.id, unitId: unit.id, weekday })),
    ),
  );
  return withWeek(form, week, ticks);
}

/** Whether the group ever opens this unit on this weekday. */
export function opensOn(
  context: BookingContext,
  inscriptionId: number,
  unitId: number,
  weekday: Weekday,
): boolean {
  const inscription = bookingIndex(context).get(inscriptionId)?.inscription;
  return (inscription?.openings ?? []).some(
    (rule) => rule.unitId === unitId && rule.weekdays.includes(weekday),
  );
}

function withWeek(
  form: PeriodicityForm,
  week: number,
  ticks: readonly PeriodicityTick[],
): PeriodicityForm {
  const weeks = form.weeks.map((old, index) => (index === week ? ticks : old));
  return { ...form, weeks, chosen: true };
}

function same(a: PeriodicityTick, b: PeriodicityTick): boolean {
  return a.inscriptionId === b.inscriptionId && a.unitId === b.unitId && a.weekday === b.weekday;
}
