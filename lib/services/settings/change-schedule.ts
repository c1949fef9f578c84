import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { dayOf } from "@/lib/domain/day";
import type { GroupSchedule } from "@/lib/domain/group-schedule";
import type { ChangedSettings } from "@/lib/domain/journal-event";
import type { SettingEventKind } from "@/lib/domain/journal-setting-event";
import { done, refused, type Result } from "@/lib/domain/result";
import { lockSettings } from "./ordered-list";
import {
  readContradiction,
  readSchedule,
  type ScheduledGroup,
  type ShownContradiction,
} from "./schedule";

/** The group whose schedule changes, and what the agent confirmed of what it takes from families. */
export interface ScheduleChange {
  readonly groupId: number;
  /** The stamp of the reservations that were shown; null where none were. */
  readonly confirmed: string | null;
  readonly idempotencyKey: string;
}

/** A change that may be done: what will stand, how it is written and how the journal says it. */
interface PlannedChange {
  readonly after: GroupSchedule;
  readonly write: () => Promise<unknown>;
  readonly event: {
    readonly kind: SettingEventKind;
    readonly subject: string;
    readonly data: ChangedSettings;
  };
}

export type ScheduleOutcome<R extends string> =
  | { ok: true; value: { groupId: number } }
  | {
      ok: false;
      refusal: R | "not-found" | "reservations-contradicted" | "key-reused";
      value?: ShownContradiction;
    };

/**
 * Changes when a group opens. Where that closes days that families have reserved it is refused with how
 * many, until these very reservations are confirmed; they are kept, whatever is confirmed.
 */
export async function changeSchedule<R extends string>(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { idempotencyKey: key, ...input }: ScheduleChange & { readonly change: unknown },
  plan: (tx: Tx, group: ScheduledGroup) => Promise<Result<PlannedChange, R>>,
): Promise<ScheduleOutcome<R>> {
  let lost: ShownContradiction | null = null;
  const idempotency = { key, payload: input };
  const outcome = await commit<{ groupId: number }, R | "not-found" | "reservations-contradicted">(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency },
    async (tx) => {
      await lockSettings(tx, "Group");
      const group = await readSchedule(ctx.proof, input.groupId, tx);
      if (!group) return refused("not-found");
      const planned = await plan(tx, group);
      if (!planned.ok) return planned;
      const { after, write, event } = planned.value;
      lost = await readContradiction(tx, group, after, dayOf(ctx.moment));
      if (lost && lost.stamp !== input.confirmed) return refused("reservations-contradicted");
      await write();
      return done({
        value: { groupId: group.id },
        events: [{ ...event, familyId: null }],
      });
    },
  );
  const isShown = !outcome.ok && outcome.refusal === "reservations-contradicted" && lost;
  return isShown ? { ...outcome, value: isShown } : outcome;
}
