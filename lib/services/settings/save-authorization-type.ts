import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import type { AuthorizationSetting } from "@/lib/domain/authorization-setting";
import { done, refused, type Result } from "@/lib/domain/result";
import { isSameLabel, settingCode } from "@/lib/domain/setting-code";
import { readAuthorizationList, settingOf, type AuthorizationList } from "./authorization-types";
import { changedSettings } from "./changed";
import { lastPosition, lockSettings } from "./ordered-list";

export interface AuthorizationTypeToSave {
  /** The type to change and its stamp, as it was read; null to add one. */
  readonly type: { readonly id: number; readonly shown: string } | null;
  readonly setting: AuthorizationSetting;
  readonly idempotencyKey: string;
}

export type SettingRefusal =
  "not-found" | "settings-changed" | "settings-unchanged" | "setting-label-taken";
type AuthorizationRefusal = SettingRefusal | "authorization-answered";

/**
 * Adds a type of authorization to the town's list, or changes one. What families are asked changes at
 * once. Whom it is about stays, once somebody has answered: the answers would mean something else.
 */
export async function saveAuthorizationType(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { idempotencyKey: key, ...input }: AuthorizationTypeToSave,
): Promise<Result<{ id: number }, AuthorizationRefusal | "key-reused">> {
  const setting = settingOf(input.setting);
  return commit(
    {
      accountId: ctx.proof.accountId,
      now: ctx.now,
      idempotency: { key, payload: { type: input.type, setting } },
    },
    async (tx) => {
      await lockSettings(tx, "AuthorizationType");
      const list = await readAuthorizationList(ctx.proof, tx);
      const before = list.types.find(({ id }) => id === input.type?.id) ?? null;
      const refusal = refusalOf(list, { ...input, setting });
      if (refusal) return refused(refusal);
      const id = before ? await change(tx, before.id, setting) : await add(tx, setting);
      return done({
        value: { id },
        events: [
          {
            kind: before ? "authorization-type-changed" : "authorization-type-added",
            familyId: null,
            subject: `authorization type ${id}`,
            data: changedSettings(before && settingOf(before), setting),
          },
        ],
      });
    },
  );
}

function refusalOf(
  { types }: AuthorizationList,
  { type, setting }: Omit<AuthorizationTypeToSave, "idempotencyKey">,
): AuthorizationRefusal | null {
  const before = types.find(({ id }) => id === type?.id);
  if (type && !before) return "not-found";
  if (type && before?.stamp !== type.shown) return "settings-changed";
  if (types.some(({ id, label }) => id !== before?.id && isSameLabel(label, setting.label)))
    return "setting-label-taken";
  if (!before) return null;
  if (before.answers > 0 && before.subject !== setting.subject) return "authorization-answered";
  const same = JSON.stringify(settingOf(before)) === JSON.stringify(setting);
  return same ? "settings-unchanged" : null;
}

async function add(tx: Tx, setting: AuthorizationSetting): Promise<number> {
  const codes = await tx.authorizationType.findMany({ select: { code: true } });
  const { id } = await tx.authorizationType.create({
    data: {
      ...setting,
      code: settingCode(
        setting.label,
        codes.map(({ code }) => code),
      ),
      position: (await lastPosition(tx, "AuthorizationType")) + 1,
    },
    select: { id: true },
  });
  return id;
}

async function change(tx: Tx, id: number, setting: AuthorizationSetting): Promise<number> {
  await tx.authorizationType.update({ where: { id }, data: setting, select: { id: true } });
  return id;
}
