import type { Day } from "@/lib/domain/day";
import { grouped } from "@/lib/domain/grouped";
import { comparisonOf } from "./comparison";
import { crossCheck } from "./cross-check";
import {
  wrongLine,
  type ImportChoice,
  type ImportPlan,
  type PlannedFamily,
  type ReportLine,
} from "./import-plan";
import type { KnownTown } from "./known-town";
import { planFamily } from "./plan-family";
import type { LineRead } from "./read-line";

/**
 * What a file would change in the town, line by line. Pure: the same file, town and choices give the same
 * plan, so that it can be shown, and made again under the lock.
 */
export function planImport(
  lines: readonly LineRead[],
  town: KnownTown,
  { today, choices }: { today: Day; choices: ReadonlyMap<number, ImportChoice> },
): ImportPlan {
  const read = lines.flatMap((line) => (line.ok ? [line.value] : []));
  const crossed = crossCheck(read);
  const comparison = comparisonOf(town, today, choices);
  const report = new Map<number, ReportLine>();
  const families: PlannedFamily[] = [];
  for (const [, those] of grouped(read, ({ familyKey }) => familyKey)) {
    const right = those.filter(({ line }) => !crossed.has(line));
    const { family, lines: told } = planFamily(right, comparison);
    for (const line of told) report.set(line.line, line);
    if (family) families.push(family);
  }
  for (const one of read) {
    const problems = crossed.get(one.line);
    if (problems) report.set(one.line, wrongLine(one.line, problems, one));
  }
  for (const one of lines) if (!one.ok) report.set(one.line, wrongLine(one.line, one.problems));
  return { lines: [...report.values()].sort((a, b) => a.line - b.line), families };
}
