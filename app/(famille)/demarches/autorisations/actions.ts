"use server";

import { action } from "@/lib/action";
import { authorizeFamily } from "@/lib/auth";
import { done } from "@/lib/domain/result";
import { confirmAuthorizations } from "@/lib/services/authorizations/confirm";
import { formOf } from "@/lib/services/authorizations/demarche-slug";
import { fileFromDraft } from "@/lib/services/authorizations/file-from-draft";
import { keepAnswers } from "@/lib/services/authorizations/keep-answers";
import { dropFormDraft } from "@/lib/services/operational/form-drafts";
import { autorisations } from "./demarche";
import { answersSchema, childSchema, validationSchema } from "./schema";

/** Step 1 → 2: keeps the answers with the draft. */
export const answer = action({
  name: "authorizations.answer",
  role: "guardian",
  schema: answersSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, { childId, ...answers }) => keepAnswers(ctx, childId, answers),
  redirectTo: ({ childId }) => autorisations.stepHref("recapitulatif", { enfant: childId }),
});

/** Step 2 → 3: « Valider ». */
export const validate = action({
  name: "authorizations.validate",
  role: "guardian",
  schema: validationSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, input) => fileFromDraft(ctx, input),
  redirectTo: (_input, { submissionId }) => autorisations.stepHref(`confirmation/${submissionId}`),
});

/** « Toujours d’accord » : nothing changes, and the town knows that it was read again. */
export const confirm = action({
  name: "authorizations.confirm",
  role: "guardian",
  schema: childSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, { childId }) => confirmAuthorizations(ctx, childId),
  redirectTo: ({ childId }) => autorisations.stepHref(`enfants/${childId}`, { confirme: 1 }),
});

/** « Annuler la démarche » : forgets the answers that were not sent. */
export const cancel = action({
  name: "authorizations.cancel",
  role: "guardian",
  schema: childSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: async (ctx, { childId }) => {
    await dropFormDraft(ctx.proof, formOf(childId));
    return done(null);
  },
  redirectTo: ({ childId }) => autorisations.stepHref(`enfants/${childId}`),
});
