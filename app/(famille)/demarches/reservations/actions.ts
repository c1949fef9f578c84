"use server";

import { action } from "@/lib/action";
import { ofTheFamilySent } from "@/lib/action/of-family";
import { dropDraft } from "@/lib/services/reservations/drafts";
import { chooseInscriptions } from "@/lib/services/reservations/choose-inscriptions";
import { requestLateChange } from "@/lib/services/reservations/request-late-change";
import { submitReservations } from "@/lib/services/reservations/submit";
import { reservations } from "./demarche";
import { cancelSchema, choiceSchema, lateChangeSchema, submissionSchema } from "./schema";

/** Step 1 → 2: remembers the chosen inscriptions in the draft. */
export const choose = action({
  ...ofTheFamilySent,
  name: "reservations.choose",
  schema: choiceSchema,
  run: (ctx, input) => chooseInscriptions(ctx, input),
  redirectTo: ({ schoolYearId }) => reservations.stepHref("calendrier", { annee: schoolYearId }),
});

/** Step 3 → 4: sends the draft that the recap showed. */
export const submit = action({
  ...ofTheFamilySent,
  name: "reservations.submit",
  schema: submissionSchema,
  run: (ctx, input) => submitReservations(ctx, input),
  redirectTo: (_input, { submissionId }) => reservations.stepHref(`confirmation/${submissionId}`),
});

/** Changes past their cut-off, from the calendar's cell: the page stays, with its draft. */
export const askLate = action({
  ...ofTheFamilySent,
  name: "reservations.ask-late",
  schema: lateChangeSchema,
  run: (ctx, input) => requestLateChange(ctx, input),
});

/** « Annuler la démarche » : keeps the draft for another day, or drops it. */
export const cancel = action({
  ...ofTheFamilySent,
  name: "reservations.cancel",
  schema: cancelSchema,
  run: async (ctx, input) => {
    if (input.draft === "drop") await dropDraft(ctx.proof, input.schoolYearId);
    return { ok: true, value: null };
  },
  redirectTo: () => "/",
});
