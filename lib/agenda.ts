import "server-only";
import ical, { ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { Instant } from "@/lib/domain/day";
import type { AgendaEntry } from "@/lib/services/reservations/read-submission";

/**
 * An iCalendar file (RFC 5545) with one all-day event per reserved unit. Its UIDs name the cell, so
 * that importing a newer file replaces the older events instead of doubling them.
 */
export function agendaFile(
  entries: readonly AgendaEntry[],
  options: { name: string; host: string; now: Instant },
): string {
  const calendar = ical({
    name: options.name,
    prodId: { company: "Préau", product: "portail", language: "FR" },
  });
  for (const entry of entries)
    calendar.createEvent({
      id: `${entry.inscriptionId}-${entry.unitId}-${entry.day}@${options.host}`,
      stamp: options.now,
      start: entry.day,
      allDay: true,
      summary: `${entry.childName} : ${entry.unitLabel}`,
      description: entry.pending ? "En attente d’instruction par le service." : entry.activityLabel,
      location: entry.establishmentLabel,
      status: entry.pending ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
}
