"use server";

import { action } from "@/lib/action";
import { ofTheFamilySent } from "@/lib/action/of-family";
import { takeBack } from "@/lib/services/request-kinds/take-back";
import { writeToService } from "@/lib/services/request-messages/write-message";
import { messageSchema, withdrawalSchema } from "./schema";

/** « Retirer ma demande » : gives back what still waits for the service. */
export const withdraw = action({
  ...ofTheFamilySent,
  name: "requests.withdraw",
  schema: withdrawalSchema,
  run: takeBack,
  redirectTo: ({ number }, { count }) => `/demandes/${number}?retirees=${count}`,
});

/** Writes to the service about a request of the family. */
export const writeMessage = action({
  ...ofTheFamilySent,
  name: "requests.write-to-service",
  schema: messageSchema,
  keepsTyped: true,
  run: writeToService,
  redirectTo: ({ number }, { id }) => `/demandes/${number}?message=${id}`,
});
