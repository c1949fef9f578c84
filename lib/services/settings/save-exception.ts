import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { dayToDate } from "@/lib/db";
import { isWithinGroup } from "@/lib/domain/group-schedule";
import type { OpeningException } from "@/lib/domain/opening";
import { done, refused } from "@/lib/domain/result";
import { changedSettings } from "./changed";
import { changeSchedule, type ScheduleChange, type ScheduleOutcome } from "./change-schedule";
import type { LineRefusal } from "./save-setting";
import { scheduleOf } from "./schedule";

type ExceptionRefusal = "choice-gone" | "exception-outside-group" | "exception-day-taken";

/** Closes a group on a day, or opens it, for a unit or for every one; families read the reason. */
export async function addException(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { setting, ...change }: ScheduleChange & { readonly setting: OpeningException },
): Promise<ScheduleOutcome<ExceptionRefusal>> {
  const { unitId, day, open, reason } = setting;
  const input = { ...change, change: { of: "exception", setting } };
  return changeSchedule<ExceptionRefusal>(ctx, input, async (tx, group) => {
    if (!isWithinGroup({ from: day, to: day }, group.dates))
      return refused("exception-outside-group");
    const where = { id: unitId === "every" ? 0 : unitId, activityId: group.activityId };
    if (unitId !== "every" && (await tx.unit.count({ where })) === 0) return refused("choice-gone");
    if (group.exceptions.some((one) => one.setting.day === day && one.setting.unitId === unitId))
      return refused("exception-day-taken");
    const schedule = scheduleOf(group);
    return done({
      after: { ...schedule, exceptions: [...schedule.exceptions, setting] },
      write: () =>
        tx.openingException.create({
          data: {
            groupId: group.id,
            everyUnit: unitId === "every",
            unitId: unitId === "every" ? null : unitId,
            day: dayToDate(day),
            open,
            reason,
          },
        }),
      event: {
        kind: "exception-added",
        subject: `group ${group.id}`,
        data: changedSettings(null, setting),
      },
    });
  });
}

/** Takes a dated closure or opening away: the day is again what the group's openings say. */
export async function removeException(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { line, ...change }: ScheduleChange & { readonly line: { id: number; shown: string } },
): Promise<ScheduleOutcome<LineRefusal>> {
  const input = { ...change, change: { of: "no exception", line } };
  return changeSchedule<LineRefusal>(ctx, input, async (tx, group) => {
    const before = group.exceptions.find(({ id }) => id === line.id);
    if (!before) return refused("not-found");
    if (before.stamp !== line.shown) return refused("settings-changed");
    const left = group.exceptions.filter(({ id }) => id !== line.id);
    return done({
      after: { ...scheduleOf(group), exceptions: left.map(({ setting }) => setting) },
      write: () => tx.openingException.delete({ where: { id: line.id }, select: { id: true } }),
      event: {
        kind: "exception-removed",
        subject: `group ${group.id}, ${before.setting.day}`,
        data: { exception: { was: JSON.stringify(before.setting), now: null } },
      },
    });
  });
}
