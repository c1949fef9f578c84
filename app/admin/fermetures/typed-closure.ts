import type { ClosureTarget } from "@/lib/domain/closure";
import { targetParam } from "@/lib/domain/closure";
import type { Day } from "@/lib/domain/day";
import type { ClosureToDeclare } from "@/lib/services/closures/foresee";

/** What was typed, as the service takes it: one day where no last one was given. */
export function typedClosure({
  from,
  to,
  target,
  unit,
  reason,
}: {
  from: Day;
  to: Day | null;
  target: ClosureTarget;
  unit: number | "every";
  reason: string;
}): ClosureToDeclare {
  return { scope: { target, unitId: unit, period: { from, to: to ?? from } }, reason };
}

/** The same as a form sends it again. */
export function fieldsOf({ scope, reason }: ClosureToDeclare): Readonly<Record<string, string>> {
  return {
    from: scope.period.from,
    to: scope.period.to,
    target: targetParam(scope.target),
    unit: String(scope.unitId),
    reason,
  };
}
