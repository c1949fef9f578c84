export interface Summary {
  readonly median: number;
  readonly p95: number;
}

/** Median and 95th percentile of a list of figures. */
export function summary(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { median: at(0.5) ?? 0, p95: at(0.95) ?? 0 };
}

/** A row of the table that `npm run bench` prints. */
export function line(label: string, { median, p95 }: Summary, unit = "ms"): string {
  return `  ${label.padEnd(44)} median ${median.toFixed(1).padStart(7)} ${unit}   p95 ${p95.toFixed(1).padStart(7)} ${unit}`;
}
