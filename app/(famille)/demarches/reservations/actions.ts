"use server";

import { action } from "@/lib/action";
import { authorizeFamily } from "@/lib/auth";
import { dropDraft } from "@/lib/services/reservations/drafts";
import { chooseInscriptions } from "@/lib/services/reservations/choose-inscriptions";
import { requestLateChange } from "@/lib/services/reservations/request-late-change";
import { submitReservations } from "@/lib/services/reservations/submit";
import { reservations } from "./demarche";
import { cancelSchema, choiceSchema, lateChangeSchema, submissionSchema } from "./schema";

/** Step 1 → 2: remembers the chosen inscriptions in the draft. */
export const choose = action({
  name: "reservations.choose",
  role: "guardian",
  schema: choiceSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, input) => chooseInscriptions(ctx, input),
  redirectTo: ({ schoolYearId }) => reservations.stepHref("calendrier", { annee: schoolYearId }),
});

/** Step 3 → 4: sends the draft that the recap showed. */
export const submit = action({
  name: "reservations.submit",
  role: "guardian",
  schema: submissionSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, input) => submitReservations(ctx, input),
  redirectTo: (_input, { submissionId }) => reservations.stepHref(`confirmation/${submissionId}`),
});

/** A change past its cut-off, from the calendar's cell: the page stays, with its draft. */
export const askLate = action({
  name: "reservations.ask-late",
  role: "guardian",
  schema: lateChangeSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, input) => requestLateChange(ctx, input),
});

/** « Annuler la démarche » : keeps the draft for another day, or drops it. */
export const cancel = action({
  name: "reservations.cancel",
  role: "guardian",
  schema: cancelSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: async (ctx, input) => {
    if (input.draft === "drop") await dropDraft(ctx.proof, input.schoolYearId);
    return { ok: true, value: null };
  },
  redirectTo: () => "/",
});
