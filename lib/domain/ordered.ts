export type MoveDirection = "up" | "down";

/** The list with one of its items a place higher or lower; null where it has no such place. */
export function moved<T>(items: readonly T[], item: T, direction: MoveDirection): T[] | null {
  const from = items.indexOf(item);
  const to = direction === "up" ? from - 1 : from + 1;
  const other = items[to];
  if (from < 0 || other === undefined) return null;
  return items.map((one, i) => (i === from ? other : i === to ? item : one));
}
