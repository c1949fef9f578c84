import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { dayOf } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { readDraft, saveDraft } from "./drafts";
import { readInscriptions } from "./booking-rows";

/**
 * Keeps the inscriptions that step 1 ticked, and the wishes that are there already. An inscription
 * that is not the family's, has ended or is of another year is "introuvable".
 */
export async function chooseInscriptions(
  ctx: ActionContext<AuthorizedFamily>,
  input: { schoolYearId: number; inscription: readonly number[] },
): Promise<Result<null, "not-found" | "draft-changed">> {
  const family = ctx.proof;
  const [mine, draft] = await Promise.all([
    readInscriptions(prisma, family.familyId, input.schoolYearId, dayOf(ctx.moment), "no-lock"),
    readDraft(family, input.schoolYearId),
  ]);
  const known = new Set(mine.map(({ id }) => id));
  if (!input.inscription.every((id) => known.has(id))) return refused("not-found");
  const saved = await saveDraft(
    family,
    {
      schoolYearId: input.schoolYearId,
      from: draft?.revision ?? 0,
      chosen: [...input.inscription].sort((a, b) => a - b),
      wishes: draft?.wishes ?? {},
    },
    ctx.now,
  );
  return saved.ok ? done(null) : saved;
}
