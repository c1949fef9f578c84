import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { authorizationName, unanswered } from "@/lib/domain/authorization";
import { questionsOf } from "@/lib/domain/authorization-plan";
import { dayOf } from "@/lib/domain/day";
import { done } from "@/lib/domain/result";
import { saveFormDraft } from "@/lib/services/operational/form-drafts";
import { formOf } from "./demarche-slug";
import { readChildAuthorizations } from "./read-authorizations";

type Outcome =
  | { ok: true; value: null }
  | { ok: false; refusal: "not-found" }
  | { ok: false; refusal: "answers-missing"; value: { missing: string[] } };

/**
 * Keeps what was answered at step 1, by the name of each question ("reponse-12"), for the recap. What
 * is not asked is left out; a required question without an answer is named.
 */
export async function keepAnswers(
  ctx: ActionContext<AuthorizedFamily>,
  childId: number,
  given: Readonly<Record<string, "oui" | "non" | undefined>>,
): Promise<Outcome> {
  const today = dayOf(ctx.moment);
  const child = await readChildAuthorizations(ctx.proof, childId, today);
  if (!child) return { ok: false, refusal: "not-found" };
  const questions = questionsOf(child, today);
  const answers = questions.flatMap((key) => {
    const word = given[`reponse-${authorizationName(key)}`];
    return word === undefined ? [] : [{ ...key, allowed: word === "oui" }];
  });
  const missing = unanswered(child.types, questions, answers).map(authorizationName);
  if (missing.length > 0) return { ok: false, refusal: "answers-missing", value: { missing } };
  await saveFormDraft(ctx.proof, formOf(childId), answers, ctx.now);
  return done(null);
}
