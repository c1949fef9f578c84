import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { dayToDate, instantToDate } from "@/lib/db";
import { closurePeriodFault, targetParam } from "@/lib/domain/closure";
import { dayOf } from "@/lib/domain/day";
import { formatPeriod } from "@/lib/domain/day-words";
import { done, refused, type Result } from "@/lib/domain/result";
import { closePlaces } from "@/lib/services/places/close-places";
import { lockSettings } from "@/lib/services/settings/ordered-list";
import { closeGate } from "@/lib/services/tariffs/bookings-gate";
import {
  foreseen,
  touchesNothing,
  type ClosureFault,
  type ClosureToDeclare,
  type ForeseenClosure,
} from "./foresee";
import { readTouched } from "./read-touched";
import { closedEmails, readPeople } from "./tell-families";
import { closingStatements } from "./write-closure";

type DeclareAnswer =
  | Result<{ id: number }, never>
  | {
      ok: false;
      refusal: ClosureFault | "closure-changed" | "key-reused";
      value?: ForeseenClosure;
    };

/**
 * Closes these days: dated closures, reservations cancelled and given back, what waited closed without an
 * answer, each family told once. Worked out again under the locks: where it is no longer what was shown, it
 * is refused with what it is now. The number of statements is that for one child, whatever their number.
 */
export async function declareClosure(
  ctx: ActionContext<Authorized<"manage-closures">>,
  {
    idempotencyKey: key,
    shown,
    ...input
  }: ClosureToDeclare & { readonly shown: string; readonly idempotencyKey: string },
): Promise<DeclareAnswer> {
  const fault = closurePeriodFault(input.scope.period, dayOf(ctx.moment));
  if (fault) return refused(fault);
  let now: ForeseenClosure | null = null;
  const { accountId } = ctx.proof;
  const outcome = await commit<{ id: number }, "closure-changed" | "closure-nothing-open">(
    { accountId, now: ctx.now, idempotency: { key, payload: { ...input, shown } } },
    async (tx) => {
      await lockClosures(tx);
      const touched = await readTouched(tx, input.scope, "for-update");
      if (touchesNothing(touched)) return refused("closure-nothing-open");
      const people = await readPeople(tx, touched);
      now = foreseen(input, touched, people);
      if (now.stamp !== shown) return refused("closure-changed");
      const id = await insertClosure(tx, ctx, now);
      const { reason, scope } = input;
      const act = { closureId: id, at: ctx.now, accountId, actorName: nameOf(ctx), reason };
      const message = `Fermé ${formatPeriod(scope.period)}\u00a0: ${reason}. Ce qui attendait une réponse pour ces jours est classé sans suite.`;
      await closePlaces(tx, {
        at: ctx.now,
        cause: "closed",
        places: touched.places,
        statements: closingStatements({ ...act, message }, touched.exceptions, touched.lines),
      });
      return done({
        value: { id },
        events: [eventOf(id, now)],
        emails: closedEmails(people, touched, { period: scope.period, reason }),
      });
    },
  );
  const isShown = !outcome.ok && outcome.refusal === "closure-changed" && now;
  return isShown ? { ...outcome, value: isShown } : outcome;
}

/**
 * Who closes or reopens waits for whoever changes when groups open and for the bookings that run; those that
 * come wait for it: no day is booked that has just closed.
 */
export async function lockClosures(tx: Tx): Promise<void> {
  await lockSettings(tx, "Group");
  await closeGate(tx);
}

export function nameOf({ actor }: ActionContext<Authorized<"manage-closures">>): string {
  return `${actor.firstName} ${actor.lastName}`;
}

async function insertClosure(
  tx: Tx,
  ctx: ActionContext<Authorized<"manage-closures">>,
  { scope: { target, unitId, period }, reason, figures, emails }: ForeseenClosure,
): Promise<number> {
  const { waiting } = figures;
  const { id } = await tx.closure.create({
    data: {
      firstDay: dayToDate(period.from),
      lastDay: dayToDate(period.to),
      reason,
      target: target.kind,
      establishmentId: target.kind === "establishment" ? target.id : null,
      activityId: target.kind === "activity" ? target.id : null,
      groupId: target.kind === "group" ? target.id : null,
      everyUnit: unitId === "every",
      unitId: unitId === "every" ? null : unitId,
      declaredAt: instantToDate(ctx.now),
      declaredById: ctx.proof.accountId,
      children: figures.children,
      families: figures.families,
      places: figures.places,
      amount: figures.amount,
      lines: waiting.additions + waiting.removals,
      emails,
    },
    select: { id: true },
  });
  return id;
}

function eventOf(id: number, { scope, reason, figures, emails }: ForeseenClosure) {
  return {
    kind: "closure-declared" as const,
    familyId: null,
    subject: `closure ${id}`,
    data: {
      target: targetParam(scope.target),
      unit: scope.unitId,
      from: scope.period.from,
      to: scope.period.to,
      reason,
      children: figures.children,
      families: figures.families,
      places: figures.places,
      cents: figures.amount,
      emails,
    },
  };
}
