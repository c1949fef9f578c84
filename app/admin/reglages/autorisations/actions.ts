"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { moveInList } from "@/lib/services/settings/move";
import { saveAuthorizationType } from "@/lib/services/settings/save-authorization-type";
import { moveSchema } from "../schema";
import { authorizationSchema } from "./schema";

const list = "/admin/reglages/autorisations";

/** Adds a type of authorization, or changes one. */
export const saveAuthorization = action({
  name: "settings.save-authorization",
  role: "agent",
  schema: authorizationSchema,
  authorize: permitted["manage-settings"],
  run: (ctx, { id, shown, idempotencyKey, ...setting }) => {
    const type = id === undefined ? null : { id, shown: shown ?? "" };
    return saveAuthorizationType(ctx, { type, setting, idempotencyKey });
  },
  redirectTo: (_input, { id }) => `${list}?enregistre=${id}`,
});

export const moveAuthorization = action({
  name: "settings.move-authorization",
  role: "agent",
  schema: moveSchema,
  authorize: permitted["manage-settings"],
  run: (ctx, input) => moveInList(ctx, "AuthorizationType", input),
  revalidate: () => [list],
});
