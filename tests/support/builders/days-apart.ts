import { day } from "@/lib/domain/day";

/** Rows that differ by their day only, folded into the first of them and the days ("d,d,d"). */
export function daysApart<R extends { day: string }>(
  rows: readonly R[],
  keyOf: (row: R) => string,
): { row: R; days: string }[] {
  const folded = new Map<string, { row: R; days: string[] }>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = folded.get(key) ?? { row, days: [] };
    group.days.push(day(row.day));
    folded.set(key, group);
  }
  return [...folded.values()].map(({ row, days }) => ({ row, days: days.join(",") }));
}
