import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { closurePeriodFault, type ClosureScope } from "@/lib/domain/closure";
import { closureFigures, type ClosureFigures } from "@/lib/domain/closure-figures";
import type { Day } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { stampOf } from "@/lib/services/settings/stamp";
import { readTouched, type ClosureReading } from "./read-touched";
import { readPeople, type Person } from "./tell-families";

/** What an agent says of a closure: which days of what, and why, in words that families read. */
export interface ClosureToDeclare {
  readonly scope: ClosureScope;
  readonly reason: string;
}

/** What a closure would do, and a stamp of exactly this: what is confirmed is what was read. */
export interface ForeseenClosure extends ClosureToDeclare {
  readonly figures: ClosureFigures;
  readonly emails: number;
  /** Families whom no e-mail reaches: nobody of theirs has an account. */
  readonly untold: number;
  readonly stamp: string;
}

export type ClosureFault =
  "closure-reversed" | "closure-past" | "closure-too-long" | "closure-nothing-open";

/** Who is touched, and how; writes nothing. Seven statements. */
export async function foreseeClosure(
  _agent: Authorized<"manage-closures">,
  input: ClosureToDeclare,
  today: Day,
): Promise<Result<ForeseenClosure, ClosureFault>> {
  const fault = closurePeriodFault(input.scope.period, today);
  if (fault) return refused(fault);
  const touched = await readTouched(prisma, input.scope, "no-lock");
  if (touchesNothing(touched)) return refused("closure-nothing-open");
  return done(foreseen(input, touched, await readPeople(prisma, touched)));
}

/** Nothing is open on these days, and nothing was left reserved on them. */
export function touchesNothing({ exceptions, places }: ClosureReading): boolean {
  return exceptions.length === 0 && places.length === 0;
}

export function foreseen(
  { scope, reason }: ClosureToDeclare,
  touched: ClosureReading,
  people: readonly Person[],
): ForeseenClosure {
  const figures = closureFigures(touched);
  const reached = new Set(people.map(({ familyId }) => familyId));
  return {
    scope,
    reason,
    figures,
    emails: people.length,
    untold: figures.families - reached.size,
    stamp: stampOf({ ...touched, people }),
  };
}
