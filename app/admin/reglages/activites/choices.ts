import { cutOffKindLabel, type CutOffKind } from "@/lib/domain/cut-off-form";
import type { Skip } from "@/lib/domain/cut-off";
import type { Weekday } from "@/lib/domain/day";
import { capital, weekdayName } from "@/lib/domain/day-words";
import type { DayPart } from "@/lib/domain/unit";

export const cutOffKinds = Object.keys(cutOffKindLabel) as readonly CutOffKind[];

const skipLabel: Readonly<Record<Skip, string>> = {
  none: "Tous les jours",
  weekends: "Sans les week-ends",
  sundaysAndHolidays: "Sans les dimanches ni les jours fériés",
  weekendsAndHolidays: "Sans les week-ends ni les jours fériés",
  notSchoolDays: "Les jours d’école seulement",
};

export const skipChoices = Object.entries(skipLabel).map(([value, label]) => ({ value, label }));

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export const weekdayChoices = weekdays.map((weekday) => ({
  value: String(weekday),
  label: capital(weekdayName(weekday)),
}));

export const weekChoices = [
  { value: "1", label: "La semaine précédente" },
  { value: "2", label: "Deux semaines avant" },
];

const partLabel: Readonly<Record<DayPart, string>> = {
  morning: "Matin",
  noon: "Midi",
  afternoon: "Après-midi",
  evening: "Soir",
};

export const partChoices = Object.entries(partLabel).map(([value, label]) => ({ value, label }));

/** "Matin, midi". */
export function partsInWords(parts: readonly DayPart[]): string {
  return parts.map((part) => partLabel[part]).join(", ");
}
