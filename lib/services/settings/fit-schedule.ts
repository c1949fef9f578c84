import "server-only";
import type { Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import type { Period } from "@/lib/domain/day";
import { fittedPeriod, isWithinGroup, type GroupSchedule } from "@/lib/domain/group-schedule";
import type { ChangedSettings } from "@/lib/domain/journal-event";
import type { ScheduledGroup } from "./schedule";

/**
 * What opens a group once its dates are others: what lasted as long as the group still does; an opening
 * of which no day is left, and a dated exception outside, are gone.
 */
export function fitSchedule({ dates, openings, exceptions }: ScheduledGroup, now: Period) {
  const fitted = openings.map(({ id, setting }) => ({
    id,
    was: setting,
    now: fittedPeriod(setting, dates, now),
  }));
  const kept = exceptions.filter(({ setting: { day } }) =>
    isWithinGroup({ from: day, to: day }, now),
  );
  const schedule: GroupSchedule = {
    openings: fitted.flatMap((one) => (one.now ? [{ ...one.was, ...one.now }] : [])),
    exceptions: kept.map(({ setting }) => setting),
  };
  return {
    schedule,
    /** For the journal: each opening whose dates change, and the exceptions that are gone. */
    changed: changedOf(fitted, kept.length - exceptions.length, exceptions.length),
    write: async (tx: Tx): Promise<void> => {
      for (const { id, now: period } of fitted) {
        if (!period) await tx.groupOpening.delete({ where: { id } });
        else
          await tx.groupOpening.update({
            where: { id },
            data: { firstDay: dayToDate(period.from), lastDay: dayToDate(period.to) },
          });
      }
      const ids = exceptions.filter((one) => !kept.includes(one)).map(({ id }) => id);
      await tx.openingException.deleteMany({ where: { id: { in: ids } } });
    },
  };
}

function changedOf(
  fitted: readonly { readonly id: number; readonly was: Period; readonly now: Period | null }[],
  gone: number,
  before: number,
): ChangedSettings {
  const inJson = ({ from, to }: Period) => ({ from, to });
  const openings = fitted
    .filter(({ was, now }) => was.from !== now?.from || was.to !== now.to)
    .map(({ id, was, now }) => [
      `opening ${id}`,
      { was: inJson(was), now: now ? inJson(now) : null },
    ]);
  return {
    ...(Object.fromEntries(openings) as ChangedSettings),
    ...(gone === 0 ? {} : { exceptions: { was: before, now: before + gone } }),
  };
}
