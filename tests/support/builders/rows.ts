/**
 * Rows just inserted by one statement, in the order in which they were given: PostgreSQL numbers
 * them in that order, but promises no order of RETURNING.
 */
export function inOrder<R extends { id: number }>(rows: readonly R[]): R[] {
  return [...rows].sort((a, b) => a.id - b.id);
}

/** The row at an index that must exist. */
export function at<R>(rows: readonly R[], index: number): R {
  const row = rows[index];
  if (row === undefined) throw new Error(`No row ${index} of ${rows.length}`);
  return row;
}
