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

/** What is wrong with the days of an inscription. */
export type DatesRefusal =
  | "inscription-dates"
  | "inscription-before-group"
  | "inscription-after-group"
  | "inscription-overlaps";

type AddRefusal = "not-found" | DatesRefusal;

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
      const wrong = await datesRefusal(tx, { childId, group, from, to });
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

/** The family, then the child, which may have another home: two agents inscribe it one after the other. */
export async function lockChild(tx: Tx, familyId: number, childId: number): Promise<boolean> {
  if (!(await lockFamily(tx, familyId))) return false;
  const rows = await readRows<{ id: number }>(tx, "lockChild")`
    SELECT c.id FROM "Child" c JOIN "FamilyChild" f ON f."childId" = c.id
    WHERE c.id = ${childId} AND f."familyId" = ${familyId} FOR NO KEY UPDATE OF c`;
  return rows.length > 0;
}

/** What is wrong with an inscription over these days, if anything. `besides`: the one that is changed. */
export async function datesRefusal(
  tx: Tx,
  asked: {
    childId: number;
    group: { activityId: number; firstDay: Date; lastDay: Date };
    from: Day;
    to: Day;
    besides?: number;
  },
): Promise<DatesRefusal | null> {
  const { childId, group, from, to, besides } = asked;
  if (to < from) return "inscription-dates";
  if (from < dateToDay(group.firstDay)) return "inscription-before-group";
  if (to > dateToDay(group.lastDay)) return "inscription-after-group";
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
