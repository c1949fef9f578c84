"use server";

import { action } from "@/lib/action";
import { authorizeFamily } from "@/lib/auth";
import { takeBack } from "@/lib/services/request-kinds/take-back";
import { withdrawalSchema } from "./schema";

/** « Retirer ma demande » : gives back what still waits for the service. */
export const withdraw = action({
  name: "requests.withdraw",
  role: "guardian",
  schema: withdrawalSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: takeBack,
  redirectTo: ({ number }, { count }) => `/demandes/${number}?retirees=${count}`,
});
