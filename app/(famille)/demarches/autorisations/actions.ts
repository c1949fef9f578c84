"use server";

import { action } from "@/lib/action";
import { ofTheFamilySent } from "@/lib/action/of-family";
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
  ...ofTheFamilySent,
  name: "authorizations.answer",
  schema: answersSchema,
  run: (ctx, { childId, ...answers }) => keepAnswers(ctx, childId, answers),
  redirectTo: ({ childId }) => autorisations.stepHref("recapitulatif", { enfant: childId }),
});

/** Step 2 → 3: « Valider ». */
export const validate = action({
  ...ofTheFamilySent,
  name: "authorizations.validate",
  schema: validationSchema,
  run: (ctx, input) => fileFromDraft(ctx, input),
  redirectTo: (_input, { submissionId }) => autorisations.stepHref(`confirmation/${submissionId}`),
});

/** « Toujours d’accord » : nothing changes, and the town knows that it was read again. */
export const confirm = action({
  ...ofTheFamilySent,
  name: "authorizations.confirm",
  schema: childSchema,
  run: (ctx, { childId }) => confirmAuthorizations(ctx, childId),
  redirectTo: ({ childId }) => autorisations.stepHref(`enfants/${childId}`, { confirme: 1 }),
});

/** « Annuler la démarche » : forgets the answers that were not sent. */
export const cancel = action({
  ...ofTheFamilySent,
  name: "authorizations.cancel",
  schema: childSchema,
  run: async (ctx, { childId }) => {
    await dropFormDraft(ctx.proof, formOf(childId));
    return done(null);
  },
  redirectTo: ({ childId }) => autorisations.stepHref(`enfants/${childId}`),
});
