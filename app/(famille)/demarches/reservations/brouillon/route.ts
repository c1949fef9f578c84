import { ofTheFamilySent } from "@/lib/action/of-family";
import { route } from "@/lib/route";
import { autosaveDraft } from "@/lib/services/reservations/autosave-draft";
import { draftSchema } from "../schema";

/** The calendar's autosave. A route handler, since a browser sends server actions one at a time. */
export const PUT = route({
  ...ofTheFamilySent,
  name: "reservations.autosave",
  schema: draftSchema,
  run: (ctx, input) => autosaveDraft(ctx, input),
});
