import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import type { AuthorizationKey } from "@/lib/domain/authorization";
import { planFor } from "@/lib/domain/authorization-plan";
import { dayOf } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { formOf } from "./demarche-slug";
import { writeChangesToFile } from "./file-changes";
import { readFamilyAuthorizations } from "./read-authorizations";

export type Answer = AuthorizationKey & { readonly allowed: boolean };

export interface AuthorizationsInput {
  readonly childId: number;
  readonly answers: readonly Answer[];
  /** Brothers and sisters to whom the same applies. */
  readonly siblingIds: readonly number[];
  /** The changes that the recap showed (`changesName`). */
  readonly shown: string;
  readonly idempotencyKey: string;
}

type AuthorizationsRefusal = "not-found" | "authorizations-changed" | "nothing-changed";

/**
 * Files what guardians allow and forbid: worked out again under the lock of the children, one numbered
 * request a child with changes, processed at once. Seven statements between BEGIN and COMMIT.
 */
export async function fileAuthorizations(
  ctx: ActionContext<AuthorizedFamily>,
  input: AuthorizationsInput,
): Promise<Result<{ submissionId: string }, AuthorizationsRefusal | "key-reused">> {
  const { idempotencyKey: key, ...payload } = input;
  const { accountId, familyId } = ctx.proof;
  return commit({ accountId, now: ctx.now, idempotency: { key, payload } }, async (tx) => {
    await lockChildren(tx, [input.childId, ...input.siblingIds]);
    const children = await readFamilyAuthorizations(ctx.proof, dayOf(ctx.moment), tx);
    const planned = planFor(children, input, dayOf(ctx.moment));
    if (!planned) return refused("not-found");
    if (planned.name !== input.shown) return refused("authorizations-changed");
    const plans = planned.plans.filter(({ changes }) => changes.length > 0);
    if (plans.length === 0) return refused("nothing-changed");
    const { submission, email } = await writeChangesToFile(tx, ctx, plans);
    const { demarche, subject } = formOf(input.childId);
    await tx.formDraft.deleteMany({ where: { accountId, familyId, demarche, subject } });
    return done({
      submissions: [submission],
      leaves: (numbers) => ({
        value: { submissionId: submission.id },
        events: [
          {
            kind: "authorizations-updated",
            familyId,
            subject: submission.id,
            data: { numbers, changes: plans.reduce((n, { changes }) => n + changes.length, 0) },
          },
        ],
        emails: [email(numbers)],
      }),
    });
  });
}

/**
 * In one order, so that two parents never wait for each other in a circle. Others may refer to these
 * children meanwhile (NO KEY): who holds the counter of numbers never waits for who waits for it.
 */
async function lockChildren(tx: Tx, childIds: readonly number[]): Promise<void> {
  await readRows(tx, "lockChildren")`
    SELECT id FROM "Child" WHERE id = ANY(${[...childIds]}::int[]) ORDER BY id FOR NO KEY UPDATE`;
}
