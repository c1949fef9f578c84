import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { dateToInstant } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { mayReopen } from "@/lib/domain/closure";
import { day, dayOf } from "@/lib/domain/day";
import { formatPeriod } from "@/lib/domain/day-words";
import { done, refused, type Result } from "@/lib/domain/result";
import { reopenPlaces } from "@/lib/services/places/reopen-places";
import { lockClosures, nameOf } from "./declare";
import {
  lockClosed,
  placeKey,
  readClosedLines,
  readClosedPlaces,
  sameDays,
  type ClosedPlaceRow,
} from "./read-closed";
import { readPeople, reopenedEmails } from "./tell-families";
import { reopeningStatements } from "./write-closure";

export type ReopenRefusal =
  "not-found" | "closure-reopened" | "closure-too-late" | "closure-overlapped";

/** What became of a closure that was taken back. */
export interface Reopened {
  readonly id: number;
  /** Places that families have again, and those that had changed meanwhile: these are left as they are. */
  readonly restored: number;
  readonly leftAsChanged: number;
}

/**
 * Takes a closure back on the day on which it was declared: reservations, prices, ledger, what waited and
 * the openings are what they were; each family is told once. What has changed meanwhile is left as it is,
 * and said. The number of statements does not depend on the number of children.
 */
export function reopenClosure(
  ctx: ActionContext<Authorized<"manage-closures">>,
  {
    closureId,
    idempotencyKey: key,
  }: { readonly closureId: number; readonly idempotencyKey: string },
): Promise<Result<Reopened, ReopenRefusal | "key-reused">> {
  const { accountId } = ctx.proof;
  return commit<Reopened, ReopenRefusal>(
    { accountId, now: ctx.now, idempotency: { key, payload: { closureId } } },
    async (tx) => {
      await lockClosures(tx);
      const closure = await lockClosure(tx, closureId);
      const why = refusalOf(closure, ctx);
      if (!closure || why) return refused(why ?? "not-found");
      await lockClosed(tx, closureId);
      const places = await readClosedPlaces(tx, closureId);
      const free = places.filter((place) => place.free);
      const keys = new Set(free.map(placeKey));
      const lines = (await readClosedLines(tx, closureId)).filter((line) =>
        keys.has(placeKey(line)),
      );
      const people = await readPeople(tx, { places });
      const { reason, period } = closure;
      const outcome = { restored: free.length, leftAsChanged: places.length - free.length };
      const act = { closureId, at: ctx.now, accountId, actorName: nameOf(ctx), reason };
      const message = `Finalement ouvert ${formatPeriod(period)}\u00a0: ce qui attendait une réponse l’attend à nouveau.`;
      const fees = await reopenPlaces(tx, {
        at: ctx.now,
        places: free.map(placeOf),
        statements: reopeningStatements({ ...act, message }, lines, outcome),
      });
      const left = new Set(places.filter((place) => !place.free).map((place) => place.familyId));
      const emails = reopenedEmails(people, free, fees, left, { period, reason });
      return done({
        value: { id: closureId, ...outcome },
        events: [
          {
            kind: "closure-reopened",
            familyId: null,
            subject: `closure ${closureId}`,
            data: { ...outcome, emails: emails.length },
          },
        ],
        emails,
      });
    },
  );
}

const placeOf = (place: ClosedPlaceRow) => ({
  inscriptionId: place.inscriptionId,
  unitId: place.unitId,
  day: place.day,
  familyId: place.familyId,
  state: place.state,
  late: place.late,
  offered: place.offered,
  priceId: place.priceId,
});

type LockedClosure = NonNullable<Awaited<ReturnType<typeof lockClosure>>>;

function refusalOf(
  closure: LockedClosure | null,
  ctx: ActionContext<Authorized<"manage-closures">>,
): ReopenRefusal | null {
  if (!closure) return "not-found";
  if (closure.isReopened) return "closure-reopened";
  if (!mayReopen(closure.declaredAt, dayOf(ctx.moment))) return "closure-too-late";
  return closure.isOverlapped ? "closure-overlapped" : null;
}

async function lockClosure(tx: Tx, id: number) {
  const [row] = await readRows<{
    from: string;
    to: string;
    reason: string;
    declaredAt: Date;
    isReopened: boolean;
    isOverlapped: boolean;
  }>(tx, "lockClosure")`
    SELECT x."firstDay"::text AS "from", x."lastDay"::text AS "to", x.reason, x."declaredAt",
      x."reopenedAt" IS NOT NULL AS "isReopened",
      EXISTS (SELECT FROM "Closure" o WHERE o.id > x.id AND o."reopenedAt" IS NULL AND ${sameDays})
        AS "isOverlapped"
    FROM "Closure" x WHERE x.id = ${id} FOR UPDATE OF x`;
  if (!row) return null;
  const { from, to, declaredAt, ...rest } = row;
  return {
    ...rest,
    period: { from: day(from), to: day(to) },
    declaredAt: dateToInstant(declaredAt),
  };
}
