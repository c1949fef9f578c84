import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { dayToDate, prisma } from "@/lib/db";
import { readRows, type Reader } from "@/lib/db/rows";
import type { SchoolYearRef } from "@/lib/domain/booking/context";
import { openingInNextYear, periodInNextYear } from "@/lib/domain/copy-year";
import { day, type Period } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { readSchoolYears, schoolYearRef } from "@/lib/services/school-years";
import { lockSettings } from "./ordered-list";
import { stampOf } from "./stamp";

/** A group as it would stand in the next year, or why it is left out. */
export interface CopiedGroup {
  readonly id: number;
  readonly title: string;
  readonly code: string;
  readonly dates: Period | null;
  readonly openings: readonly { readonly id: number; readonly dates: Period }[];
  readonly leftOut: "exists" | "archived" | "no-day-left" | null;
}

export interface CopyPlan {
  readonly from: SchoolYearRef;
  readonly to: SchoolYearRef;
  readonly groups: readonly CopiedGroup[];
  /** Stands for exactly this plan. */
  readonly stamp: string;
}

/** What copying the groups of a year to the next would make; null where there is no such year, or none next. */
export async function planCopy(
  _agent: Authorized<"manage-settings">,
  schoolYearId: number,
  db: Reader & Pick<Tx, "group" | "groupOpening"> = prisma,
): Promise<CopyPlan | null> {
  const years = (await readSchoolYears(db)).map(schoolYearRef);
  const at = years.findIndex(({ id }) => id === schoolYearId);
  const [from, to] = at < 0 ? [] : years.slice(at, at + 2);
  if (!from || !to) return null;
  const groups = (await readCopied(db, from.id, to.id)).map((row) => copied(row, { from, to }));
  return { from, to, groups, stamp: stampOf([from, to, groups]) };
}

interface CopiedRow {
  id: number;
  title: string;
  code: string;
  from: string;
  to: string;
  archived: boolean;
  exists: boolean;
  openings: { id: number; from: string; to: string }[];
}

async function readCopied(db: Reader, from: number, to: number): Promise<CopiedRow[]> {
  return readRows<CopiedRow>(db, "readCopiedGroups")`
    SELECT g.id, g.code, g."firstDay"::text AS "from", g."lastDay"::text AS "to",
      a.label || ', ' || e.name || coalesce(' (' || g.label || ')', '') AS title,
      e."archivedSince" IS NOT NULL AS archived,
      EXISTS (SELECT FROM "Group" n WHERE n."schoolYearId" = ${to} AND n."activityId" = g."activityId"
        AND n."establishmentId" = g."establishmentId" AND n.code = g.code) AS "exists",
      (SELECT coalesce(json_agg(json_build_object('id', o.id, 'from', o."firstDay", 'to', o."lastDay")
          ORDER BY o.id), '[]') FROM "GroupOpening" o WHERE o."groupId" = g.id) AS openings
    FROM "Group" g JOIN "Activity" a ON a.id = g."activityId"
    JOIN "Establishment" e ON e.id = g."establishmentId"
    WHERE g."schoolYearId" = ${from} ORDER BY a.position, e.name, g.code, g.id`;
}

const periodOf = ({ from, to }: { from: string; to: string }): Period => ({
  from: day(from),
  to: day(to),
});

function copied(row: CopiedRow, change: { from: Period; to: Period }): CopiedGroup {
  const { id, title, code, archived, exists } = row;
  const dates = periodInNextYear(periodOf(row), change);
  const openings = row.openings.flatMap((opening) => {
    const period = dates && openingInNextYear(periodOf(opening), dates, change);
    return period ? [{ id: opening.id, dates: period }] : [];
  });
  const leftOut = exists ? "exists" : archived ? "archived" : dates ? null : "no-day-left";
  return { id, title, code, dates, openings, leftOut };
}

export interface CopyToDo {
  readonly schoolYearId: number;
  /** The plan's stamp, as it was shown. */
  readonly shown: string;
  readonly idempotencyKey: string;
}

/**
 * Makes the groups of the next year, with their openings and usual limits of places, as they were shown.
 * Dated exceptions and inscriptions are not copied; a group that is there already stays as it is.
 */
export async function copyGroups(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { idempotencyKey: key, ...input }: CopyToDo,
): Promise<
  Result<
    { schoolYearId: number; groups: number },
    "not-found" | "settings-changed" | "settings-unchanged" | "key-reused"
  >
> {
  const idempotency = { key, payload: { ...input, of: "copy" } };
  return commit({ accountId: ctx.proof.accountId, now: ctx.now, idempotency }, async (tx) => {
    await lockSettings(tx, "Group");
    const plan = await planCopy(ctx.proof, input.schoolYearId, tx);
    if (!plan) return refused("not-found");
    if (plan.stamp !== input.shown) return refused("settings-changed");
    const groups = plan.groups.filter(({ leftOut }) => leftOut === null);
    if (groups.length === 0) return refused("settings-unchanged");
    for (const group of groups) await copyOne(tx, group, plan.to.id);
    return done({
      value: { schoolYearId: plan.to.id, groups: groups.length },
      events: [
        {
          kind: "groups-copied",
          familyId: null,
          subject: `school year ${plan.from.name} to ${plan.to.name}`,
          data: { groups: { was: null, now: groups.map(({ id }) => id) } },
        },
      ],
    });
  });
}

async function copyOne(tx: Tx, { id, dates, openings }: CopiedGroup, to: number): Promise<void> {
  if (!dates) return;
  const { id: _, ...model } = await tx.group.findUniqueOrThrow({ where: { id } });
  const made = await tx.group.create({
    data: {
      ...model,
      schoolYearId: to,
      firstDay: dayToDate(dates.from),
      lastDay: dayToDate(dates.to),
    },
    select: { id: true },
  });
  const models = await tx.groupOpening.findMany({ where: { groupId: id } });
  await tx.groupOpening.createMany({
    data: openings.flatMap((opening) => {
      const found = models.find((one) => one.id === opening.id);
      if (!found) return [];
      const { id: __, ...rest } = found;
      const firstDay = dayToDate(opening.dates.from);
      return [{ ...rest, groupId: made.id, firstDay, lastDay: dayToDate(opening.dates.to) }];
    }),
  });
  const limits = await tx.unitCapacity.findMany({ where: { groupId: id } });
  await tx.unitCapacity.createMany({
    data: limits.map(({ unitId, seats }) => ({ groupId: made.id, unitId, seats })),
  });
}
