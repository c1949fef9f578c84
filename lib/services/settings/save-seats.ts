import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import { overDays, type OverDay } from "@/lib/domain/capacity";
import { dayOf } from "@/lib/domain/day";
import { isWithinGroup } from "@/lib/domain/group-schedule";
import type { ChangedSettings } from "@/lib/domain/journal-event";
import type { SettingEventKind } from "@/lib/domain/journal-setting-event";
import { done, refused, type Result } from "@/lib/domain/result";
import { lockGroup } from "@/lib/services/places/lock-limited";
import { readCounts } from "@/lib/services/places/seats";
import { changedSettings } from "./changed";
import { lockSettings } from "./ordered-list";
import { listed, type LineRefusal } from "./save-setting";
import { limitsOf, readCapacity, type DatedSeats, type GroupCapacity } from "./seats";
import { stampOf } from "./stamp";

/** The group whose places change, and what the agent confirmed of days that hold more by then. */
interface SeatsChange {
  readonly groupId: number;
  /** The stamp of the days that were shown; null where none were. */
  readonly confirmed: string | null;
  readonly idempotencyKey: string;
}

/** The days that hold more children than the change leaves places, and a stamp of exactly these. */
export interface ShownOverDays {
  readonly overDays: readonly OverDay[];
  readonly stamp: string;
}

interface PlannedSeats {
  readonly after: Pick<GroupCapacity, "units" | "dated">;
  readonly write: () => Promise<unknown>;
  readonly event: {
    readonly kind: SettingEventKind;
    readonly subject: string;
    readonly data: ChangedSettings;
  };
}

type Refusal<R extends string> = R | "not-found" | "seats-contradicted";

export type SeatsOutcome<R extends string> =
  | { ok: true; value: { groupId: number } }
  | { ok: false; refusal: Refusal<R> | "key-reused"; value?: ShownOverDays };

/**
 * Changes what limits a group, under its lock: sendings that come wait and count by the new numbers. Where
 * days hold more children than that it is refused with these days, until exactly they are confirmed; what
 * families have reserved is kept, whatever is confirmed.
 */
async function changeSeats<R extends string>(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { idempotencyKey: key, ...input }: SeatsChange & { readonly change: object },
  plan: (tx: Tx, group: GroupCapacity) => Result<PlannedSeats, R>,
): Promise<SeatsOutcome<R>> {
  let over: ShownOverDays | null = null;
  const outcome = await commit<{ groupId: number }, Refusal<R>>(
    {
      accountId: ctx.proof.accountId,
      now: ctx.now,
      idempotency: { key, payload: { ...input, of: "seats" } },
    },
    async (tx) => {
      await lockSettings(tx, "Group");
      await lockGroup(tx, input.groupId);
      const group = await readCapacity(ctx.proof, input.groupId, tx);
      if (!group) return refused("not-found");
      const planned = plan(tx, group);
      if (!planned.ok) return planned;
      const { after, write, event } = planned.value;
      const counts = await readCounts(tx, group.groupId, dayOf(ctx.moment));
      const days = overDays(limitsOf(group), limitsOf(after), counts);
      over = days.length > 0 ? { overDays: days, stamp: stampOf(days) } : null;
      if (over && over.stamp !== input.confirmed) return refused("seats-contradicted");
      await write();
      return done({
        value: { groupId: group.groupId },
        events: [{ ...event, familyId: null }],
      });
    },
  );
  const isShown = !outcome.ok && outcome.refusal === "seats-contradicted" && over;
  return isShown ? { ...outcome, value: isShown } : outcome;
}

/** Limits a unit of a group to so many places, or no longer (null). */
export function saveSeats(
  ctx: ActionContext<Authorized<"manage-settings">>,
  {
    unitId,
    seats,
    shown,
    ...change
  }: SeatsChange & {
    readonly unitId: number;
    readonly seats: number | null;
    readonly shown: string;
  },
): Promise<SeatsOutcome<LineRefusal>> {
  const input = { ...change, change: { unitId, seats, shown } };
  return changeSeats<LineRefusal>(ctx, input, (tx, group) => {
    const before = group.units.find((unit) => unit.unitId === unitId);
    if (!before) return refused("not-found");
    if (before.stamp !== shown) return refused("settings-changed");
    if (before.seats === seats) return refused("settings-unchanged");
    const key = { groupId: group.groupId, unitId };
    return done({
      after: {
        ...group,
        units: group.units.map((unit) => (unit === before ? { ...unit, seats } : unit)),
      },
      write: () =>
        seats === null
          ? tx.unitCapacity.deleteMany({ where: key })
          : tx.unitCapacity.upsert({
              where: { groupId_unitId: key },
              create: { ...key, seats },
              update: { seats },
            }),
      event: {
        kind: "seats-changed",
        subject: `group ${group.groupId}, unit ${unitId}`,
        data: { seats: { was: before.seats, now: seats } },
      },
    });
  });
}

type DatedRefusal = "choice-gone" | "seats-outside-group" | "seats-days-taken";

/** Gives a unit another number of places on some days. */
export function addDatedSeats(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { setting, ...change }: SeatsChange & { readonly setting: DatedSeats },
): Promise<SeatsOutcome<DatedRefusal>> {
  const { unitId, from, to, seats } = setting;
  const input = { ...change, change: { setting } };
  return changeSeats<DatedRefusal>(ctx, input, (tx, group) => {
    if (!group.units.some((unit) => unit.unitId === unitId)) return refused("choice-gone");
    if (!isWithinGroup(setting, group.dates)) return refused("seats-outside-group");
    const isTaken = group.dated.some(
      ({ setting: one }) => one.unitId === unitId && one.from <= to && from <= one.to,
    );
    if (isTaken) return refused("seats-days-taken");
    const row = { unitId, firstDay: dayToDate(from), lastDay: dayToDate(to), seats };
    return done({
      after: { ...group, dated: [...group.dated, listed(0, setting)] },
      write: () => tx.capacityException.create({ data: { groupId: group.groupId, ...row } }),
      event: {
        kind: "dated-seats-added",
        subject: `group ${group.groupId}`,
        data: changedSettings(null, setting),
      },
    });
  });
}

/** Takes dated places away: these days have the usual number again. */
export function removeDatedSeats(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { line, ...change }: SeatsChange & { readonly line: { id: number; shown: string } },
): Promise<SeatsOutcome<LineRefusal>> {
  const input = { ...change, change: { line } };
  return changeSeats<LineRefusal>(ctx, input, (tx, group) => {
    const before = group.dated.find(({ id }) => id === line.id);
    if (!before) return refused("not-found");
    if (before.stamp !== line.shown) return refused("settings-changed");
    return done({
      after: { ...group, dated: group.dated.filter((one) => one !== before) },
      write: () => tx.capacityException.delete({ where: { id: line.id }, select: { id: true } }),
      event: {
        kind: "dated-seats-removed",
        subject: `group ${group.groupId}, unit ${before.setting.unitId}`,
        data: { dated: { was: JSON.stringify(before.setting), now: null } },
      },
    });
  });
}
