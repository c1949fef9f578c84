import { authorizeFamily } from "@/lib/auth";
import { route } from "@/lib/route";
import { autosaveDraft } from "@/lib/services/reservations/autosave-draft";
import { draftSchema } from "../schema";

/** The calendar's autosave. A route handler, since a browser sends server actions one at a time. */
export const PUT = route({
  name: "reservations.autosave",
  role: "guardian",
  schema: draftSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, input) => autosaveDraft(ctx, input),
});
