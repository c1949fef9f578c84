import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import { isWithinGroup } from "@/lib/domain/group-schedule";
import { done, refused } from "@/lib/domain/result";
import { changedSettings } from "./changed";
import { changeSchedule, type ScheduleChange, type ScheduleOutcome } from "./change-schedule";
import type { LineRefusal } from "./save-setting";
import { scheduleOf, type OpeningSetting, type ScheduledGroup } from "./schedule";
import { stampOf } from "./stamp";

type Line = { readonly id: number; readonly shown: string };

export interface OpeningToSave extends ScheduleChange {
  readonly line: Line | null;
  readonly setting: Omit<OpeningSetting, "unitId">;
  /** Added for each of them; of one that is changed, its own. */
  readonly unitIds: readonly number[];
}

type OpeningRefusal = LineRefusal | "choice-gone" | "opening-outside-group";

/** Opens units of a group on weekdays and kinds of day, or changes one such opening. */
export async function saveOpening(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { line, setting, unitIds, ...change }: OpeningToSave,
): Promise<ScheduleOutcome<OpeningRefusal>> {
  const input = { ...change, change: { of: "opening", line, setting, unitIds } };
  return changeSchedule<OpeningRefusal>(ctx, input, async (tx, group) => {
    if (!isWithinGroup(setting, group.dates)) return refused("opening-outside-group");
    if (!(await areBooked(tx, group, unitIds))) return refused("choice-gone");
    return line ? changed(tx, group, line, setting) : added(tx, group, setting, unitIds);
  });
}

/** Units of the group's activity that families book. */
async function areBooked(
  tx: Tx,
  { activityId }: ScheduledGroup,
  unitIds: readonly number[],
): Promise<boolean> {
  const where = { id: { in: [...unitIds] }, activityId, agentOnly: false };
  return unitIds.length > 0 && (await tx.unit.count({ where })) === new Set(unitIds).size;
}

function added(
  tx: Tx,
  group: ScheduledGroup,
  setting: OpeningToSave["setting"],
  unitIds: readonly number[],
) {
  const schedule = scheduleOf(group);
  const openings = unitIds.map((unitId) => openingOf(unitId, setting));
  return done({
    after: { ...schedule, openings: [...schedule.openings, ...openings] },
    write: () =>
      tx.groupOpening.createMany({
        data: openings.map((one) => ({ ...rowOf(one), groupId: group.id })),
      }),
    event: {
      kind: "opening-added" as const,
      subject: `group ${group.id}`,
      data: changedSettings(null, { ...setting, unitIds }),
    },
  });
}

function changed(
  tx: Tx,
  group: ScheduledGroup,
  { id, shown }: Line,
  setting: OpeningToSave["setting"],
) {
  const before = group.openings.find((one) => one.id === id);
  if (!before) return refused("not-found");
  if (before.stamp !== shown) return refused("settings-changed");
  const now = openingOf(before.setting.unitId, setting);
  if (before.stamp === stampOf(now)) return refused("settings-unchanged");
  return done({
    after: withOpenings(group, (one) => (one.id === id ? [now] : [one.setting])),
    write: () => tx.groupOpening.update({ where: { id }, data: rowOf(now), select: { id: true } }),
    event: {
      kind: "opening-changed" as const,
      subject: `group ${group.id}, opening ${id}`,
      data: changedSettings(before.setting, now),
    },
  });
}

/** Takes an opening away: nothing refers to it, the journal keeps what it was. */
export async function removeOpening(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { line, ...change }: ScheduleChange & { readonly line: Line },
): Promise<ScheduleOutcome<LineRefusal>> {
  const input = { ...change, change: { of: "no opening", line } };
  return changeSchedule<LineRefusal>(ctx, input, async (tx, group) => {
    const before = group.openings.find(({ id }) => id === line.id);
    if (!before) return refused("not-found");
    if (before.stamp !== line.shown) return refused("settings-changed");
    const { setting } = before;
    return done({
      after: withOpenings(group, (one) => (one.id === line.id ? [] : [one.setting])),
      write: () => tx.groupOpening.delete({ where: { id: line.id }, select: { id: true } }),
      event: {
        kind: "opening-removed",
        subject: `group ${group.id}, opening ${line.id}`,
        data: { opening: { was: JSON.stringify(setting), now: null } },
      },
    });
  });
}

function withOpenings(
  group: ScheduledGroup,
  of: (one: ScheduledGroup["openings"][number]) => readonly OpeningSetting[],
) {
  return { ...scheduleOf(group), openings: group.openings.flatMap(of) };
}

/** In the order in which it is read: what stands and what is sent have the same stamp. */
function openingOf(
  unitId: number,
  { weekdays, dayKinds, from, to }: OpeningToSave["setting"],
): OpeningSetting {
  return { unitId, weekdays, dayKinds, from, to };
}

function rowOf({ unitId, weekdays, dayKinds, from, to }: OpeningSetting) {
  return {
    unitId,
    weekdays: [...weekdays],
    dayKinds: [...dayKinds],
    firstDay: dayToDate(from),
    lastDay: dayToDate(to),
  };
}
