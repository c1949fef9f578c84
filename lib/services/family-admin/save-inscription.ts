import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed, type Tx } from "@/lib/commit";
import { dateToDay, dayToDate } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Day } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { lockFamily } from "./lock-family";

export interface NewInscription {
  readonly familyId: number;
  readonly childId: number;
  readonly groupId: number;
  readonly from: Day;
  readonly to: Day;
  readonly idempotencyKey: string;
}

type AddRefusal =
  "not-found" | "inscription-outside-group" | "inscription-overlaps" | "inscription-dates";

/** Inscribes a child of the family into a group, within the group's dates; once in an activity at a time. */
export async function addInscription(
  ctx: ActionContext<Authorized<"change-families">>,
  { idempotencyKey: key, ...payload }: NewInscription,
): Promise<Result<{ id: number }, AddRefusal | "key-reused">> {
  const { familyId, childId, groupId, from, to } = payload;
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx): Promise<Result<Committed<{ id: number }>, AddRefusal>> => {
      if (!(await lockChild(tx, familyId, childId))) return refused("not-found");
      const group = await tx.group.findUnique({
        where: { id: groupId },
        include: { activity: true },
      });
      if (!group) return refused("not-found");
      const wrong = await refusalOf(tx, { childId, group, from, to });
      if (wrong) return refused(wrong);
      const { id } = await tx.inscription.create({
        data: { childId, groupId, firstDay: dayToDate(from), lastDay: dayToDate(to) },
        select: { id: true },
      });
      return done({
        value: { id },
        events: [
          {
            kind: "inscription-added",
            familyId,
            subject: `inscription ${id}`,
            data: { child: childId, group: group.code, activity: group.activity.label, from, to },
          },
        ],
      });
    },
  );
}

export interface InscriptionDates {
  readonly familyId: number;
  readonly childId: number;
  readonly inscriptionId: number;
  readonly from: Day;
  readonly to: Day;
  /** The dates that the agent saw. */
  readonly shown: { readonly from: Day; readonly to: Day };
  readonly idempotencyKey: string;
}

type DatesRefusal =
  AddRefusal | "inscription-changed" | "inscription-unchanged" | "inscription-has-days";

/**
 * Shortens, lengthens or ends an inscription. Days that are reserved or asked, in either home, are never
 * dropped by it: it is refused until they are given back.
 */
export async function changeInscription(
  ctx: ActionContext<Authorized<"change-families">>,
  { idempotencyKey: key, ...payload }: InscriptionDates,
): Promise<Result<{ id: number }, DatesRefusal | "key-reused">> {
  const { familyId, childId, inscriptionId, from, to, shown } = payload;
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx): Promise<Result<Committed<{ id: number }>, DatesRefusal>> => {
      if (!(await lockChild(tx, familyId, childId))) return refused("not-found");
      await readRows<{ id: number }>(tx, "changeInscription: lock")`
        SELECT id FROM "Inscription" WHERE id = ${inscriptionId} FOR UPDATE`;
      const row = await tx.inscription.findUnique({
        where: { id: inscriptionId, childId },
        include: { group: { include: { activity: true } } },
      });
      if (!row) return refused("not-found");
      const was = { from: dateToDay(row.firstDay), to: dateToDay(row.lastDay) };
      if (was.from !== shown.from || was.to !== shown.to) return refused("inscription-changed");
      if (was.from === from && was.to === to) return refused("inscription-unchanged");
      const wrong = await refusalOf(tx, { childId, group: row.group, from, to, besides: row.id });
      if (wrong) return refused(wrong);
      const [first, last] = [dayToDate(from), dayToDate(to)];
      const left = await tx.reservation.count({
        where: { inscriptionId, OR: [{ day: { lt: first } }, { day: { gt: last } }] },
      });
      if (left > 0) return refused("inscription-has-days");
      await tx.inscription.update({
        where: { id: inscriptionId },
        data: { firstDay: first, lastDay: last },
      });
      return done({
        value: { id: inscriptionId },
        events: [
          {
            kind: "inscription-changed",
            familyId,
            subject: `inscription ${inscriptionId}`,
            data: { was, now: { from, to } },
          },
        ],
      });
    },
  );
}

/** The family, then the child, which may have another home: two agents inscribe it one after the other. */
async function lockChild(tx: Tx, familyId: number, childId: number): Promise<boolean> {
  if (!(await lockFamily(tx, familyId))) return false;
  const rows = await readRows<{ id: number }>(tx, "lockChild")`
    SELECT c.id FROM "Child" c JOIN "FamilyChild" f ON f."childId" = c.id
    WHERE c.id = ${childId} AND f."familyId" = ${familyId} FOR NO KEY UPDATE OF c`;
  return rows.length > 0;
}

/** What is wrong with an inscription over these days, if anything. `besides`: the one that is changed. */
async function refusalOf(
  tx: Tx,
  asked: {
    childId: number;
    group: { activityId: number; firstDay: Date; lastDay: Date };
    from: Day;
    to: Day;
    besides?: number;
  },
): Promise<"inscription-dates" | "inscription-outside-group" | "inscription-overlaps" | null> {
  const { childId, group, from, to, besides } = asked;
  if (to < from) return "inscription-dates";
  if (from < dateToDay(group.firstDay) || to > dateToDay(group.lastDay))
    return "inscription-outside-group";
  const others = await tx.inscription.count({
    where: {
      childId,
      ...(besides === undefined ? {} : { id: { not: besides } }),
      group: { activityId: group.activityId },
      firstDay: { lte: dayToDate(to) },
      lastDay: { gte: dayToDate(from) },
    },
  });
  return others > 0 ? "inscription-overlaps" : null;
}
