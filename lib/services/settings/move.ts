import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { moved, type MoveDirection } from "@/lib/domain/ordered";
import { done, refused, type Result } from "@/lib/domain/result";
import { listIds, lockSettings, orderStamp, writeOrder, type OrderedList } from "./ordered-list";

export interface MoveInput {
  readonly id: number;
  readonly direction: MoveDirection;
  /** The order's stamp, as the page showed it. */
  readonly shown: string;
  readonly idempotencyKey: string;
}

export type MoveRefusal = "not-found" | "settings-changed" | "settings-unchanged";

/** Moves a line of one of the town's lists up or down. `place`: from 1. */
export async function moveInList(
  ctx: ActionContext<Authorized<"manage-settings"> | Authorized<"manage-news">>,
  list: OrderedList,
  { idempotencyKey: key, ...input }: MoveInput,
): Promise<Result<{ place: number }, MoveRefusal | "key-reused">> {
  const idempotency = { key, payload: { list, ...input } };
  return commit({ accountId: ctx.proof.accountId, now: ctx.now, idempotency }, async (tx) => {
    await lockSettings(tx, list);
    const ids = await listIds(tx, list, input.id);
    if (!ids.includes(input.id)) return refused("not-found");
    if (orderStamp(ids) !== input.shown) return refused("settings-changed");
    const after = moved(ids, input.id, input.direction);
    if (!after) return refused("settings-unchanged");
    await writeOrder(tx, list, after);
    return done({
      value: { place: after.indexOf(input.id) + 1 },
      events: [
        {
          kind: "settings-order-changed",
          familyId: null,
          subject: list,
          data: { was: ids, now: after },
        },
      ],
    });
  });
}
