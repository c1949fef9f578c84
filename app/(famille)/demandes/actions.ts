"use server";

import { action } from "@/lib/action";
import { authorizeFamily } from "@/lib/auth";
import { withdrawalSchema } from "./schema";
import { takeBack } from "./withdrawals";

/** « Retirer ma demande » : gives back what still waits for the service. */
export const withdraw = action({
  name: "requests.withdraw",
  role: "guardian",
  schema: withdrawalSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, { kind, ...input }) => takeBack(ctx, kind, input),
  redirectTo: ({ number }, { count }) => `/demandes/${number}?retirees=${count}`,
});
