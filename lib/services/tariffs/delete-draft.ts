import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import { done, type Result } from "@/lib/domain/result";
import { lockTariffDraft, type DraftRefusal } from "./lock-tariffs";

export interface DraftToDelete {
  readonly versionId: number;
  /** Which the agent saw. */
  readonly revision: number;
  readonly idempotencyKey: string;
}

/** Deletes a draft; its prices stay in the journal. */
export async function deleteDraft(
  ctx: ActionContext<Authorized<"manage-tariffs">>,
  { idempotencyKey: key, ...payload }: DraftToDelete,
): Promise<Result<{ name: string }, DraftRefusal | "key-reused">> {
  const { versionId, revision } = payload;
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx) => {
      const draft = await lockTariffDraft(tx, versionId, revision);
      if (!draft.ok) return draft;
      const { id: _, ...content } = draft.value;
      await tx.tariffVersion.delete({ where: { id: versionId } });
      return done({
        value: { name: content.name },
        events: [
          {
            kind: "tariff-draft-deleted",
            familyId: null,
            subject: `tariff ${versionId}`,
            data: JSON.parse(JSON.stringify(content)),
          },
        ],
      });
    },
  );
}
