import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { dateToDay, dayToDate, prisma } from "@/lib/db";
import type { Period } from "@/lib/domain/day";
import { isWithinYear } from "@/lib/domain/group-schedule";
import { done, refused } from "@/lib/domain/result";
import { settingCode } from "@/lib/domain/setting-code";
import { changeSchedule, type ScheduleOutcome } from "./change-schedule";
import { changedSettings } from "./changed";
import { fitSchedule } from "./fit-schedule";
import { groupSettingOf, readGroup, type GroupSetting } from "./groups";
import { saveSetting, type LineRefusal, type Listed } from "./save-setting";
import { stampOf } from "./stamp";

export interface GroupToSave {
  readonly line: { readonly id: number; readonly shown: string } | null;
  /** Without a code of the service's own, one is made of the establishment's name. */
  readonly setting: Omit<GroupSetting, "code"> & { readonly code: string | null };
  /** The stamp of the reservations that were shown; null where none were. */
  readonly confirmed: string | null;
  readonly idempotencyKey: string;
}

type GroupRefusal =
  | LineRefusal
  | "choice-gone"
  | "establishment-archived"
  | "group-code-taken"
  | "group-outside-year";

/** Adds a group to a school year, or changes its code, its name and its dates. */
export async function saveGroup(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { line, ...input }: GroupToSave,
): Promise<ScheduleOutcome<GroupRefusal>> {
  return line ? changeGroup(ctx, { ...input, line }) : addGroup(ctx, input);
}

async function addGroup(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { setting: typed, idempotencyKey }: Omit<GroupToSave, "line">,
): Promise<ScheduleOutcome<GroupRefusal>> {
  const setting = groupSettingOf({ ...typed, code: typed.code ?? (await codeFor(typed)) });
  const added = await saveSetting<GroupSetting, GroupRefusal>(
    ctx,
    { line: null, setting, idempotencyKey },
    {
      name: "group",
      table: "Group",
      read: () => Promise.resolve([]),
      refuse: (tx) => refusalOf(tx, setting, null),
      add: async (tx) => (await tx.group.create({ data: rowOf(setting), select: { id: true } })).id,
      change: () => Promise.resolve(),
    },
  );
  return added.ok ? done({ groupId: added.value.id }) : added;
}

function changeGroup(
  ctx: ActionContext<Authorized<"manage-settings">>,
  {
    line,
    setting: typed,
    confirmed,
    idempotencyKey,
  }: GroupToSave & { readonly line: { readonly id: number; readonly shown: string } },
): Promise<ScheduleOutcome<GroupRefusal>> {
  const change = { line, typed };
  return changeSchedule<GroupRefusal>(
    ctx,
    { groupId: line.id, confirmed, idempotencyKey, change },
    async (tx, group) => {
      const before = await readGroup(tx, group.id);
      if (!before) return refused("not-found");
      const setting = groupSettingOf({ ...typed, code: typed.code ?? before.setting.code });
      if (before.stamp !== line.shown) return refused("settings-changed");
      if (before.stamp === stampOf(setting)) return refused("settings-unchanged");
      const refusal = await refusalOf(tx, setting, before);
      if (refusal) return refused(refusal);
      const fitted = fitSchedule(group, periodOf(setting));
      return done({
        after: fitted.schedule,
        write: async () => {
          await tx.group.update({ where: { id: group.id }, data: rowOf(setting) });
          await fitted.write(tx);
        },
        event: {
          kind: "group-changed",
          subject: `group ${group.id}`,
          data: { ...changedSettings(before.setting, setting), ...fitted.changed },
        },
      });
    },
  );
}

const periodOf = ({ firstDay, lastDay }: GroupSetting): Period => ({ from: firstDay, to: lastDay });

function rowOf(setting: GroupSetting) {
  return {
    ...setting,
    firstDay: dayToDate(setting.firstDay),
    lastDay: dayToDate(setting.lastDay),
  };
}

/** Where and of what a group is, never changes: its inscriptions are of that. */
async function refusalOf(
  tx: Tx,
  setting: GroupSetting,
  before: Listed<GroupSetting> | null,
): Promise<GroupRefusal | null> {
  const { activityId, establishmentId, schoolYearId, code } = setting;
  const was = before?.setting ?? setting;
  if (was.activityId !== activityId || was.schoolYearId !== schoolYearId) return "choice-gone";
  if (was.establishmentId !== establishmentId) return "choice-gone";
  const [activities, establishment, year, twin] = [
    await tx.activity.count({ where: { id: activityId } }),
    await tx.establishment.findUnique({ where: { id: establishmentId } }),
    await tx.schoolYear.findUnique({ where: { id: schoolYearId } }),
    await tx.group.findFirst({ where: { activityId, establishmentId, schoolYearId, code } }),
  ];
  if (activities === 0 || !establishment || !year) return "choice-gone";
  if (!before && establishment.archivedSince) return "establishment-archived";
  if (twin && twin.id !== before?.id) return "group-code-taken";
  const dates = { from: dateToDay(year.firstSchoolDay), to: dateToDay(year.lastSchoolDay) };
  return isWithinYear(periodOf(setting), dates) ? null : "group-outside-year";
}

async function codeFor(typed: GroupToSave["setting"]): Promise<string> {
  const { activityId, establishmentId, schoolYearId, label } = typed;
  const [establishment, rows] = [
    await prisma.establishment.findUnique({ where: { id: establishmentId } }),
    await prisma.group.findMany({
      where: { activityId, establishmentId, schoolYearId },
      select: { code: true },
    }),
  ];
  const taken = rows.map(({ code }) => code);
  return settingCode([establishment?.name ?? "", label ?? ""].join(" "), taken);
}
