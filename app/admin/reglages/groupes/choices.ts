import type { DayKind } from "@/lib/domain/calendar";
import type { Weekday } from "@/lib/domain/day";
import { capital, listInWords, weekdayName, weekdayPlural } from "@/lib/domain/day-words";

const kindLabel: Readonly<Record<DayKind, string>> = {
  schoolDay: "Jours d’école",
  schoolBreak: "Vacances scolaires",
  weekend: "Samedis et dimanches",
  publicHoliday: "Jours fériés",
};

export const dayKinds = Object.keys(kindLabel) as readonly DayKind[];
export const kindChoices = dayKinds.map((value) => ({ value, label: kindLabel[value] }));

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const weekdayChoices = weekdays.map((weekday) => ({
  value: String(weekday),
  label: capital(weekdayName(weekday)),
}));

/** "Lundis et mardis, jours d’école". */
export function openDaysInWords(days: readonly Weekday[], kinds: readonly DayKind[]): string {
  const names = weekdays.filter((weekday) => days.includes(weekday)).map(weekdayPlural);
  const what = dayKinds
    .filter((kind) => kinds.includes(kind))
    .map((k) => kindLabel[k].toLowerCase());
  return `${capital(listInWords(names))}, ${listInWords(what)}`;
}
