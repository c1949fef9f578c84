import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed, type Tx } from "@/lib/commit";
import { isLimited, isRightsReason, type ChildRights } from "@/lib/domain/child-rights";
import { done, refused, type Result } from "@/lib/domain/result";
import { lockFamily } from "./lock-family";
import { readRights, rightsStamp, type StandingRights } from "./rights";

export interface RightsChange {
  readonly familyId: number;
  readonly childId: number;
  readonly rights: ChildRights;
  /** What was seen, by whom, when: always, also to give a right back. */
  readonly reason: string;
  /** The accepted document of the child on which it rests; null: what the reason says was seen. */
  readonly documentId: string | null;
  /** The stamp of the rights that the agent saw. */
  readonly shown: string;
  readonly idempotencyKey: string;
}

type RightsRefusal = "not-found" | "rights-changed" | "rights-unchanged" | "rights-reason-missing";

/**
 * Limits what a family may do with one of its children, or gives it back: a court order. It holds for the
 * very next page or act of the family; nobody is written to, because the service tells it in person.
 */
export async function saveRights(
  ctx: ActionContext<Authorized<"change-families">>,
  { idempotencyKey: key, ...payload }: RightsChange,
): Promise<Result<{ limited: boolean }, RightsRefusal | "key-reused">> {
  const { familyId, childId, rights, reason, documentId } = payload;
  const asked = { ...payload, rights: { ...rights } };
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload: asked } },
    async (tx): Promise<Result<Committed<{ limited: boolean }>, RightsRefusal>> => {
      if (!(await lockFamily(tx, familyId))) return refused("not-found");
      const was = await readRights(ctx.proof, { familyId, childId }, tx);
      if (!was || !(await isOfChild(tx, childId, documentId))) return refused("not-found");
      if (rightsStamp(was) !== payload.shown) return refused("rights-changed");
      if (!isRightsReason(reason)) return refused("rights-reason-missing");
      const now = standing(rights, reason, documentId);
      if (rightsStamp(was) === rightsStamp(now)) return refused("rights-unchanged");
      await tx.familyChild.update({
        where: { familyId_childId: { familyId, childId } },
        data: { ...rights, rightsReason: now.reason, rightsDocumentId: now.documentId },
      });
      return done({
        value: { limited: isLimited(rights) },
        events: [
          {
            kind: "rights-changed",
            familyId,
            subject: `child ${childId}`,
            data: { was: { ...was }, now: { ...rights, reason, documentId } },
          },
        ],
      });
    },
  );
}

/** A reason and a document stay with a limit; what gave a right back stands in the journal. */
function standing(
  { mayBook, mayAuthorize, maySeeFile }: ChildRights,
  reason: string,
  documentId: string | null,
): StandingRights {
  const rights = { mayBook, mayAuthorize, maySeeFile };
  return isLimited(rights)
    ? { ...rights, reason, documentId }
    : { ...rights, reason: null, documentId: null };
}

async function isOfChild(tx: Tx, childId: number, documentId: string | null): Promise<boolean> {
  if (documentId === null) return true;
  const count = await tx.supportingDocument.count({
    where: { id: documentId, childId, state: "accepted" },
  });
  return count === 1;
}
