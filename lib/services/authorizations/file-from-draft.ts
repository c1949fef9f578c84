import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { refused } from "@/lib/domain/result";
import { readDraftAnswers } from "./draft-answers";
import { fileAuthorizations, type AuthorizationsInput } from "./file-authorizations";

/** Files the answers that step 1 kept. A repeat of what was filed already gives the first answer. */
export async function fileFromDraft(
  ctx: ActionContext<AuthorizedFamily>,
  input: Omit<AuthorizationsInput, "answers">,
): ReturnType<typeof fileAuthorizations> {
  const answers = await readDraftAnswers(ctx.proof, input.childId);
  if (answers) return fileAuthorizations(ctx, { ...input, answers });
  const submissionId = await filedBefore(ctx.proof, input.idempotencyKey);
  return submissionId ? { ok: true, value: { submissionId } } : refused("nothing-changed");
}

async function filedBefore(family: AuthorizedFamily, key: string): Promise<string | null> {
  const row = await prisma.idempotencyKey.findUnique({
    where: { accountId_key: { accountId: family.accountId, key } },
    select: { answer: true },
  });
  const answer = row?.answer as { value?: { submissionId?: string } } | null | undefined;
  return answer?.value?.submissionId ?? null;
}
