/** Rows under what they have in common, in the order in which each is first met. */
export function grouped<R, K>(rows: readonly R[], keyOf: (row: R) => K): [key: K, rows: R[]][] {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const its = groups.get(key);
    if (its) its.push(row);
    else groups.set(key, [row]);
  }
  return [...groups];
}
