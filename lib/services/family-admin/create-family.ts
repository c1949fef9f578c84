import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import type { GuardianFacts } from "@/lib/domain/person";
import { done, refused, type Result } from "@/lib/domain/result";
import { isKnownGuardian } from "./known-people";

export interface NewFamily {
  /** As agents find it: "Dupont-Martin". */
  readonly name: string;
  /** The first of its guardians. */
  readonly guardian: GuardianFacts;
  /** The agent was told that the guardian looks known, and says that the family is another one. */
  readonly confirmed: boolean;
  readonly idempotencyKey: string;
}

/** Opens a family's file with its first guardian; refused once where somebody of the town looks the same. */
export async function createFamily(
  ctx: ActionContext<Authorized<"change-families">>,
  { idempotencyKey: key, ...payload }: NewFamily,
): Promise<Result<{ id: number }, "family-known" | "key-reused">> {
  const { name, guardian, confirmed } = payload;
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx) => {
      if (!confirmed && (await isKnownGuardian(tx, guardian)))
        return refused("family-known" as const);
      const { id } = await tx.family.create({
        data: { name, guardians: { create: guardian } },
        select: { id: true },
      });
      return done({
        value: { id },
        events: [{ kind: "family-created", familyId: id, subject: null, data: { name } }],
      });
    },
  );
}
