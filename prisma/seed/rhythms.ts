import {
  addDays,
  type Day,
  day,
  daysBetween,
  minDay,
  momentAt,
  type Period,
  type Weekday,
} from "@/lib/domain/day";
import { dateToDay } from "@/lib/db";
import type { PeriodicityTick } from "@/lib/domain/periodicity";
import type { BuiltFamily } from "@/tests/support/builders/family";
import { townFacts } from "./facts";
import { inscriptionsOf } from "./known-families";
import type { Random } from "./random";
import { type DemoInscription, type Sending, ticked } from "./sending";
import { type DemoTown, known, unitIdOf } from "./town";

const mealDays: readonly Weekday[][] = [
  [1, 2, 4, 5],
  [1, 2, 4, 5],
  [1, 2, 4],
  [2, 4, 5],
  [2, 4],
  [1, 4],
  [1, 5],
];
const eveningDays: readonly Weekday[][] = [[1, 2, 4], [1, 4], [2, 4], [1, 2], [4]];
/** Whole days twice as often as halves. */
const wednesdayUnits = ["JOURNEE", "JOURNEE", "JOURNEE", "JOURNEE", "MATIN", "APRES_MIDI"];

/** What the drawn families sent before each school year: seven in ten of them, a weekly rhythm. */
export function drawRhythms(
  town: DemoTown,
  families: readonly BuiltFamily[],
  random: Random,
): Sending[] {
  return families.flatMap((family) => {
    const guardian = family.guardians.find(({ accountId }) => accountId !== null);
    if (!guardian?.accountId || !random.chance(75)) return [];
    const sender = { accountId: guardian.accountId, familyId: family.id };
    const actorName = `${guardian.firstName} ${guardian.lastName}`;
    return [...town.schoolYears.keys()].map((year) => {
      const inscriptions = inscriptionsOf(town, family.children, year);
      const at = drawMoment(random, summerBefore(year));
      const weeks = drawWeeks(inscriptions, random);
      const parts = ticked(inscriptions, drawPeriod(town, year, random), weeks);
      const answered = addDays(day(at.slice(0, 10)), 1 + random.below(2));
      const decision = { at: momentAt(answered, "10:30"), refused: 0, message: null };
      return { ...sender, actorName, at, parts, decision };
    });
  });
}

function summerBefore(schoolYear: string): Period {
  const year = schoolYear.slice(0, 4);
  return { from: day(`${year}-06-16`), to: day(`${year}-08-23`) };
}

/** A moment of the waking hours. Nothing is drawn on the day of the manual's own requests. */
export function drawMoment(random: Random, { from, to }: Period) {
  const drawn = addDays(from, random.below(daysBetween(from, to) + 1));
  const d = drawn === townFacts.firstRequest.day ? addDays(drawn, 1) : drawn;
  const two = (n: number) => String(n).padStart(2, "0");
  return momentAt(d, `${two(7 + random.below(16))}:${two(random.below(60))}`);
}

/** The school year, or for half of the families until Christmas only: they book the rest later. */
function drawPeriod(town: DemoTown, schoolYear: string, random: Random): Period {
  const { firstSchoolDay, lastSchoolDay } = known(town.schoolYears, schoolYear);
  const from = dateToDay(firstSchoolDay);
  const to = dateToDay(lastSchoolDay);
  const christmas: Day = day(`${schoolYear.slice(0, 4)}-12-31`);
  return { from, to: random.chance(50) ? minDay(to, christmas) : to };
}

/** One week for all, or for one family in seven a cycle of two. */
function drawWeeks(inscriptions: readonly DemoInscription[], random: Random): PeriodicityTick[][] {
  const weeks = Array.from({ length: random.chance(15) ? 2 : 1 }, () => random.pick(mealDays));
  const evenings = random.pick(eveningDays);
  const children = new Set(inscriptions.map(({ childId }) => childId));
  return [...children].reduce<PeriodicityTick[][]>(
    (cycle, child) => {
      const own = inscriptions.filter(({ childId }) => childId === child);
      const ticks = drawChildTicks(own, evenings, random);
      return cycle.map((week, i) => [...week, ...meals(own, weeks[i] ?? []), ...ticks]);
    },
    weeks.map(() => []),
  );
}

function meals(own: readonly DemoInscription[], weekdays: readonly Weekday[]): PeriodicityTick[] {
  return ticksOf(own, "RESTO", "REPAS", weekdays);
}

/** Study or care in the evening, care in the morning, Wednesdays. */
function drawChildTicks(
  own: readonly DemoInscription[],
  evenings: readonly Weekday[],
  random: Random,
): PeriodicityTick[] {
  const study = random.chance(60) ? ticksOf(own, "ETUDES", "ETUDES", evenings) : [];
  const care = random.chance(60) ? ticksOf(own, "ACC_PP_SCO", "ACC_SOIR", evenings) : [];
  const morning = random.chance(25) ? ticksOf(own, "ACC_PP_SCO", "ACC_MATIN", [1, 2, 4, 5]) : [];
  const wednesday = random.pick(wednesdayUnits);
  const centre = random.chance(45) ? ticksOf(own, "CL_MERCREDIS", wednesday, [3]) : [];
  return [...(study.length > 0 ? study : care), ...morning, ...centre];
}

function ticksOf(
  own: readonly DemoInscription[],
  activity: string,
  unit: string,
  weekdays: readonly Weekday[],
): PeriodicityTick[] {
  const inscription = own.find(({ group }) => group.facts.activity === activity);
  if (!inscription) return [];
  const unitId = unitIdOf(inscription.group, unit);
  return weekdays.map((weekday) => ({ inscriptionId: inscription.id, unitId, weekday }));
}
