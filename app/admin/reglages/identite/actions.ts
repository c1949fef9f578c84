"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { saveIdentity } from "@/lib/services/identity/save-identity";
import { identitySchema } from "./schema";

/** What the town is called, and how it is reached. */
export const saveTownIdentity = action({
  name: "settings.save-identity",
  role: "agent",
  schema: identitySchema,
  authorize: permitted["manage-settings"],
  keepsTyped: true,
  run: (ctx, { shown, idempotencyKey, ...identity }) =>
    saveIdentity(ctx, { identity, shown, idempotencyKey }),
  // Every page bears the name.
  revalidate: () => ["/"],
  redirectTo: () => "/admin/reglages/identite?enregistre=1",
});
