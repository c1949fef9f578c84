import "server-only";
import { addDays, type Day } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import type { OpenDays } from "@/lib/domain/tariff/following";
import type { DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";
import type { AgentQuotient, QuotientHistory } from "./quotients";

/** What an agent asks: an entry to add (`replaces` null), to correct, or to remove (`entry` null). */
export interface QuotientChange {
  readonly familyId: number;
  /** The first day of the entry that is corrected or removed. */
  readonly replaces: Day | null;
  readonly entry: DetailedQuotient | null;
  /** Why an entry is corrected or removed: the family reads it. Empty where one is added. */
  readonly reason: string;
  /** The stamp of the history that the agent saw. */
  readonly shown: string;
}

export type QuotientRefusal =
  | "not-found"
  | "quotients-changed"
  | "quotient-reason-missing"
  | "quotient-day-taken"
  | "quotient-unchanged";

/** What the change does, once it is possible. */
export interface QuotientPlan {
  readonly was: AgentQuotient | null;
  readonly now: DetailedQuotient | null;
  /** Null where an entry is added. */
  readonly reason: string | null;
  /** Days whose entry is another one afterwards; `to` is null where nothing follows. */
  readonly days: OpenDays;
}

/** Whether the history may change like that, and for which days it does. */
export function planQuotient(
  { entries, stamp }: QuotientHistory,
  { replaces, entry, reason, shown }: Omit<QuotientChange, "familyId">,
): Result<QuotientPlan, QuotientRefusal> {
  const was = entries.find(({ from }) => from === replaces) ?? null;
  if (stamp !== shown) return refused("quotients-changed");
  if ((replaces !== null && !was) || (!was && !entry)) return refused("not-found");
  if (entry && entries.some(({ from }) => from === entry.from && from !== replaces))
    return refused("quotient-day-taken");
  if (was && entry && isSame(was, entry)) return refused("quotient-unchanged");
  if (was && reason === "") return refused("quotient-reason-missing");
  const days = [was, entry].flatMap((one) => (one ? [daysOf(one.from, replaces, entries)] : []));
  const from = days.map((one) => one.from).sort()[0] ?? null;
  if (from === null) return refused("not-found");
  const to = latest(days.map((one) => one.to));
  return done({ was, now: entry, reason: was && reason, days: { from, to } });
}

/** From a day up to the next entry that stays. */
function daysOf(from: Day, replaces: Day | null, entries: readonly AgentQuotient[]): OpenDays {
  const next = entries.findLast((one) => one.from > from && one.from !== replaces);
  return { from, to: next ? addDays(next.from, -1) : null };
}

function latest(days: readonly (Day | null)[]): Day | null {
  return days.includes(null) ? null : ([...days].sort().at(-1) ?? null);
}

const figures = [
  "from",
  "quotientFamilial",
  "parts",
  "dependentChildren",
  "residence",
  "source",
  "annualIncome",
  "monthlyBenefits",
] as const;

function isSame(a: DetailedQuotient, b: DetailedQuotient): boolean {
  return figures.every((figure) => a[figure] === b[figure]);
}

/** An entry's figures, and nothing else: for the journal. */
export function figuresOf(entry: DetailedQuotient): Record<string, string | number | null> {
  return Object.fromEntries(figures.map((figure) => [figure, entry[figure]]));
}
