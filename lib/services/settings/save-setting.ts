import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { done, refused, type Result } from "@/lib/domain/result";
import { changedSettings } from "./changed";
import { lockSettings, type SettingTable } from "./ordered-list";
import { stampOf } from "./stamp";

/** A line of one of the town's lists, with the stamp of what it says. */
export interface Listed<S> {
  readonly id: number;
  readonly setting: S;
  readonly stamp: string;
}

/** The line as it stands, from its row. */
export function listed<S>(id: number, setting: S): Listed<S> {
  return { id, setting, stamp: stampOf(setting) };
}

export interface SettingToSave<S> {
  /** The line to change and its stamp, as it was read; null to add one. */
  readonly line: { readonly id: number; readonly shown: string } | null;
  readonly setting: S;
  readonly idempotencyKey: string;
}

type Named =
  | "department"
  | "establishment"
  | "activity"
  | "unit"
  | "group"
  | "news"
  | "info-page"
  | "answer-template";

/** How lines of one kind are read, judged and written, once their list is locked. */
interface SettingKind<S, R extends string> {
  readonly name: Named;
  readonly table: SettingTable;
  readonly read: (tx: Tx) => Promise<readonly Listed<S>[]>;
  readonly refuse: (
    tx: Tx,
    lines: readonly Listed<S>[],
    before: Listed<S> | null,
  ) => R | null | Promise<R | null>;
  readonly add: (tx: Tx) => Promise<number>;
  readonly change: (tx: Tx, before: Listed<S>) => Promise<void>;
}

export type LineRefusal = "not-found" | "settings-changed" | "settings-unchanged";

/** Adds a line to one of the town's lists, or changes the one that was shown. */
export async function saveSetting<S extends object, R extends string>(
  ctx: ActionContext<Authorized<"manage-settings"> | Authorized<"manage-news">>,
  { idempotencyKey: key, ...input }: SettingToSave<S>,
  kind: SettingKind<S, R>,
): Promise<Result<{ id: number }, R | LineRefusal | "key-reused">> {
  const idempotency = { key, payload: { ...input, of: kind.name } };
  return commit<{ id: number }, R | LineRefusal>(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency },
    async (tx) => {
      await lockSettings(tx, kind.table);
      const lines = await kind.read(tx);
      const before = lines.find(({ id }) => id === input.line?.id) ?? null;
      if (input.line && !before) return refused("not-found");
      if (input.line && before?.stamp !== input.line.shown) return refused("settings-changed");
      if (before?.stamp === stampOf(input.setting)) return refused("settings-unchanged");
      const refusal = await kind.refuse(tx, lines, before);
      if (refusal) return refused(refusal);
      if (before) await kind.change(tx, before);
      const id = before?.id ?? (await kind.add(tx));
      return done({
        value: { id },
        events: [
          {
            kind: before ? `${kind.name}-changed` : `${kind.name}-added`,
            familyId: null,
            subject: `${kind.name} ${id}`,
            data: changedSettings(before?.setting ?? null, input.setting),
          },
        ],
      });
    },
  );
}
