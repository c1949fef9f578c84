import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import type { DocumentTypeSetting } from "@/lib/domain/document-type-setting";
import { done, refused, type Result } from "@/lib/domain/result";
import { isSameLabel, settingCode } from "@/lib/domain/setting-code";
import { changedSettings } from "./changed";
import { documentSettingOf, readDocumentTypeList, type ListedDocumentType } from "./document-types";
import { lastPosition, lockSettings } from "./ordered-list";
import type { SettingRefusal } from "./save-authorization-type";

export interface DocumentTypeToSave {
  /** The kind to change and its stamp, as it was read; null to add one. */
  readonly type: { readonly id: number; readonly shown: string } | null;
  /** Whether it is only joined to late requests stays as it is. */
  readonly setting: Omit<DocumentTypeSetting, "forLate">;
  readonly idempotencyKey: string;
}

type DocumentTypeRefusal = SettingRefusal | "document-type-filed" | "validity-months-missing";

/**
 * Adds a kind of document to the town's list, or changes one. What families are asked changes at once;
 * documents that were given keep their last day. Whom it is about stays, once one was given.
 */
export async function saveDocumentType(
  ctx: ActionContext<Authorized<"manage-settings">>,
  { idempotencyKey: key, ...input }: DocumentTypeToSave,
): Promise<Result<{ id: number }, DocumentTypeRefusal | "key-reused">> {
  const idempotency = { key, payload: input };
  return commit({ accountId: ctx.proof.accountId, now: ctx.now, idempotency }, async (tx) => {
    await lockSettings(tx, "SupportingDocumentType");
    const { types } = await readDocumentTypeList(ctx.proof, tx);
    const before = types.find(({ id }) => id === input.type?.id) ?? null;
    const setting = documentSettingOf({ ...input.setting, forLate: before?.forLate ?? false });
    const refusal = refusalOf(types, before, { type: input.type, setting });
    if (refusal) return refused(refusal);
    const id = before ? await change(tx, before.id, setting) : await add(tx, setting);
    return done({
      value: { id },
      events: [
        {
          kind: before ? "document-type-changed" : "document-type-added",
          familyId: null,
          subject: `document type ${id}`,
          data: changedSettings(before && documentSettingOf(before), setting),
        },
      ],
    });
  });
}

function refusalOf(
  types: readonly ListedDocumentType[],
  before: ListedDocumentType | null,
  { type, setting }: { type: DocumentTypeToSave["type"]; setting: DocumentTypeSetting },
): DocumentTypeRefusal | null {
  if (type && !before) return "not-found";
  if (type && before?.stamp !== type.shown) return "settings-changed";
  if ((setting.validity === "months") !== (setting.validityMonths !== null))
    return "validity-months-missing";
  if (types.some(({ id, label }) => id !== before?.id && isSameLabel(label, setting.label)))
    return "setting-label-taken";
  if (!before) return null;
  if (before.documents > 0 && before.subject !== setting.subject) return "document-type-filed";
  const same = JSON.stringify(documentSettingOf(before)) === JSON.stringify(setting);
  return same ? "settings-unchanged" : null;
}

async function add(tx: Tx, setting: DocumentTypeSetting): Promise<number> {
  const rows = await tx.supportingDocumentType.findMany({ select: { code: true } });
  const taken = rows.map(({ code }) => code);
  const { id } = await tx.supportingDocumentType.create({
    data: {
      ...setting,
      code: settingCode(setting.label, taken),
      position: (await lastPosition(tx, "SupportingDocumentType")) + 1,
    },
    select: { id: true },
  });
  return id;
}

async function change(tx: Tx, id: number, setting: DocumentTypeSetting): Promise<number> {
  await tx.supportingDocumentType.update({ where: { id }, data: setting, select: { id: true } });
  return id;
}
