import { plural } from "@/lib/domain/day-words";
import { formatHundredths } from "@/lib/domain/money";

/** A count as French prints it: "23 342". */
export function formatCount(n: number): string {
  return formatHundredths(n * 100).replace(/,00$/, "");
}

/** "23 342 réservations", "1 réservation". */
export function countOf(n: number, one: string, many: string): string {
  return plural(n, one, many).replace(/^\d+/, formatCount(n));
}
