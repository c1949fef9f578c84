import { parseDay } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import { familyFields, type FieldState } from "@/lib/domain/family-file";

/** A health field in words. */
export interface HealthLine {
  readonly label: string;
  readonly value: string;
}

/** Label and value of each field, with what still waits. */
export function healthLines(fields: readonly FieldState[]): HealthLine[] {
  return fields.map(({ field, value, pending }) => {
    const asked = pending
      ? ` (demande n°\u00a0${pending.requestNumber} en cours\u00a0: ${inWords(pending.value)})`
      : "";
    return { label: familyFields[field].label, value: inWords(value) + asked };
  });
}

function inWords(value: string | null): string {
  if (value === null) return "non renseigné";
  const day = parseDay(value);
  return day ? formatDay(day, "dateMedium") : value;
}
