"use server";

import { action } from "@/lib/action";
import { ofTheFamilySent } from "@/lib/action/of-family";
import { takeBack } from "@/lib/services/request-kinds/take-back";
import { withdrawalSchema } from "./schema";

/** « Retirer ma demande » : gives back what still waits for the service. */
export const withdraw = action({
  ...ofTheFamilySent,
  name: "requests.withdraw",
  schema: withdrawalSchema,
  run: takeBack,
  redirectTo: ({ number }, { count }) => `/demandes/${number}?retirees=${count}`,
});
