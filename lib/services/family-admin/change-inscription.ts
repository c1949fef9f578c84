import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { dateToDay, dayToDate } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { dayOf, type Day } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { Prisma } from "@/lib/generated/prisma/client";
import {
  readClosingLines,
  readClosingPlaces,
  type ClosingDates,
} from "@/lib/services/reservations/closing-dates";
import { giveBack, type LeavingDay, type LeavingDays } from "./leaving-days";
import { datesRefusal, lockChild, type DatesRefusal } from "./save-inscription";

export interface InscriptionDates {
  readonly familyId: number;
  readonly childId: number;
  readonly inscriptionId: number;
  readonly from: Day;
  readonly to: Day;
  /** The dates that the agent saw. */
  readonly shown: { readonly from: Day; readonly to: Day };
  /** What becomes of the days, reserved or asked, that are outside of the new dates. */
  readonly leaving: "ask" | "giveBack";
  readonly idempotencyKey: string;
}

type ChangeRefusal =
  | "not-found"
  | DatesRefusal
  | "inscription-changed"
  | "inscription-unchanged"
  | "inscription-has-days"
  | "inscription-has-past-days";

type ChangeAnswer =
  | Result<{ id: number }, never>
  | {
      ok: false;
      refusal: ChangeRefusal | "key-reused";
      /** The days that stand outside of the new dates, where it is refused for them. */
      value?: readonly LeavingDay[];
    };

/**
 * Shortens, lengthens or ends an inscription. Days that are reserved or asked outside of the new dates, in
 * either home, are never dropped unsaid: the agent reads them first, then they are given back in the ledger and
 * each family is told once. A day that is past, or runs, stays.
 */
export async function changeInscription(
  ctx: ActionContext<Authorized<"change-families">>,
  { idempotencyKey: key, ...payload }: InscriptionDates,
): Promise<ChangeAnswer> {
  const { familyId, childId, inscriptionId, from, to, shown, leaving } = payload;
  let standing: readonly LeavingDay[] = [];
  const outcome = await commit<{ id: number }, ChangeRefusal>(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx) => {
      if (!(await lockChild(tx, familyId, childId))) return refused("not-found");
      const row = await lockInscription(tx, inscriptionId, childId);
      if (!row) return refused("not-found");
      const was = { from: dateToDay(row.firstDay), to: dateToDay(row.lastDay) };
      if (was.from !== shown.from || was.to !== shown.to) return refused("inscription-changed");
      if (was.from === from && was.to === to) return refused("inscription-unchanged");
      const wrong = await datesRefusal(tx, {
        childId,
        group: row.group,
        from,
        to,
        besides: row.id,
      });
      if (wrong) return refused(wrong);
      const days = await readLeaving(tx, { inscriptionId, from, to });
      const past = days.places.filter(({ day }) => day <= dayOf(ctx.moment));
      standing = past.length > 0 ? past : [...days.places, ...days.lines];
      if (past.length > 0) return refused("inscription-has-past-days");
      if (standing.length > 0 && leaving === "ask") return refused("inscription-has-days");
      const emails = await giveBack(tx, ctx, days, {
        activity: row.group.activity.label,
        from,
        to,
      });
      await tx.inscription.update({
        where: { id: inscriptionId },
        data: { firstDay: dayToDate(from), lastDay: dayToDate(to) },
      });
      const now = { from, to, ...(standing.length > 0 && { givenBack: standing.length }) };
      return done({
        value: { id: inscriptionId },
        events: [
          {
            kind: "inscription-changed",
            familyId,
            subject: `inscription ${inscriptionId}`,
            data: { was, now },
          },
        ],
        emails,
      });
    },
  );
  const tells = !outcome.ok && standing.length > 0 && outcome.refusal.startsWith("inscription-has");
  return tells ? { ...outcome, value: standing } : outcome;
}

async function lockInscription(tx: Tx, id: number, childId: number) {
  await readRows<{ id: number }>(tx, "changeInscription: lock")`
    SELECT id FROM "Inscription" WHERE id = ${id} FOR UPDATE`;
  return tx.inscription.findUnique({
    where: { id, childId },
    include: { group: { include: { activity: true } } },
  });
}

/** Two statements; the requests of what waits stay locked. */
async function readLeaving(
  tx: Tx,
  { inscriptionId, from, to }: { inscriptionId: number; from: Day; to: Day },
): Promise<LeavingDays> {
  const leaving: ClosingDates = {
    inscriptions: Prisma.sql`i.id = ${inscriptionId}`,
    dates: (of) => Prisma.sql`(${of}.day < ${from}::date OR ${of}.day > ${to}::date)`,
  };
  const lines = await readClosingLines(tx, leaving, "for-update");
  return { lines, places: await readClosingPlaces(tx, leaving) };
}
