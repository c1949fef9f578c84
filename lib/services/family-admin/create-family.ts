import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import type { GuardianFacts, KnownPerson } from "@/lib/domain/person";
import { done, refused, type Result } from "@/lib/domain/result";
import { guardiansAlike } from "./known-people";

export interface NewFamily {
  /** As agents find it: "Dupont-Martin". */
  readonly name: string;
  /** The first of its guardians. */
  readonly guardian: GuardianFacts;
  /** The agent was told that the guardian looks known, and says that the family is another one. */
  readonly confirmed: boolean;
  readonly idempotencyKey: string;
}

type FamilyAnswer =
  | Result<{ id: number }, "key-reused">
  | { ok: false; refusal: "family-known"; value: readonly KnownPerson[] };

/** Opens a family's file with its first guardian; refused once, with who it is, where somebody looks the same. */
export async function createFamily(
  ctx: ActionContext<Authorized<"change-families">>,
  { idempotencyKey: key, ...payload }: NewFamily,
): Promise<FamilyAnswer> {
  const { name, guardian, confirmed } = payload;
  let alike: readonly KnownPerson[] = [];
  const outcome = await commit<{ id: number }, "family-known">(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx) => {
      if (!confirmed) alike = await guardiansAlike(tx, guardian);
      if (alike.length > 0) return refused("family-known");
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
  if (outcome.ok || outcome.refusal !== "family-known") return outcome as FamilyAnswer;
  return { ...outcome, refusal: outcome.refusal, value: alike };
}
