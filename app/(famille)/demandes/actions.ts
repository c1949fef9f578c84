"use server";

import { action } from "@/lib/action";
import { authorizeFamily } from "@/lib/auth";
import { withdrawRequest } from "@/lib/services/service-requests/withdraw";
import { withdrawalSchema } from "./schema";

/** « Retirer ma demande » : gives back what still waits for the service. */
export const withdraw = action({
  name: "requests.withdraw",
  role: "guardian",
  schema: withdrawalSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, input) => withdrawRequest(ctx, input),
  redirectTo: ({ number }, { count }) => `/demandes/${number}?retirees=${count}`,
});
