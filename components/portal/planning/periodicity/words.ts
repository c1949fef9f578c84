import type { InscriptionPreview } from "@/lib/domain/booking/apply-periodicity";
import type { BookingContext } from "@/lib/domain/booking/context";
import { listInWords, weekdayPlural } from "@/lib/domain/day-words";
import type { PeriodicityRefusal, PeriodicityTick } from "@/lib/domain/periodicity";
import { rowsByChild } from "../rows";
import type { FormStep } from "./form";

export const stepTitle: Record<FormStep, string> = {
  period: "1. Définir la période",
  cycle: "2. Définir le cycle",
  days: "3. Réservations",
  preview: "4. Aperçu",
};

export const refusalSentence: Record<PeriodicityRefusal, string> = {
  endBeforeStart: "La date de fin est avant la date de début.",
  emptyPeriodicity: "Cochez au moins un jour, ou choisissez une inscription à vider.",
  cycleOutOfRange: "Le cycle compte une à quatre semaines.",
  periodTooLong: "La période est trop longue\u00a0: 400 jours au plus.",
  unknownUnit: "Une des réservations n’est plus proposée. Rechargez la page.",
  overlap: "Deux réservations cochées se chevauchent le même jour.",
  outsideYear: "Cette période est en dehors de l’année scolaire.",
};

export const cycleLabels: Record<string, string> = {
  "1": "Non, c’est le même chaque semaine",
  "2": "Sur deux semaines",
  "3": "Sur trois semaines",
  "4": "Sur quatre semaines",
};

/** How many days a preview adds and takes away. */
export function countsOf(preview: readonly InscriptionPreview[]) {
  return {
    added: preview.reduce((sum, one) => sum + one.added.length, 0),
    removed: preview.reduce((sum, one) => sum + one.removed.length, 0),
  };
}

/** "Ajouter 10, retirer 24": what the button does. */
export function applyLabel({ added, removed }: { added: number; removed: number }): string {
  if (added > 0 && removed > 0) return `Ajouter ${added}, retirer ${removed}`;
  if (removed > 0) return `Retirer ${removed}`;
  return added > 0 ? `Ajouter ${added}` : "Ne rien changer";
}

/** "Léo – Restauration Scolaire, Repas : les mardis et jeudis", a line a unit that has a tick. */
export function weekInWords(context: BookingContext, week: readonly PeriodicityTick[]): string[] {
  return rowsByChild(context).flatMap(({ child, rows }) =>
    rows.flatMap(({ inscription, unit, name }) => {
      const days = week
        .filter((tick) => tick.inscriptionId === inscription.id && tick.unitId === unit.id)
        .map((tick) => tick.weekday)
        .sort((a, b) => a - b);
      if (days.length === 0) return [];
      return [`${child.firstName} – ${name}\u00a0: les ${listInWords(days.map(weekdayPlural))}`];
    }),
  );
}
