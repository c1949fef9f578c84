"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { createFamily } from "@/lib/services/family-admin/create-family";
import { familyHref } from "../hrefs";
import { known, readGuardian } from "../[id]/schema";
import { familySchema } from "./schema";

/** Opens a family's file with its first guardian. */
export const openFamily = action({
  name: "families.create",
  role: "agent",
  schema: familySchema,
  authorize: permitted["change-families"],
  keepsTyped: true,
  run: (ctx, { name, confirmed, idempotencyKey, ...guardian }) =>
    createFamily(ctx, {
      name,
      guardian: known(readGuardian(guardian)),
      confirmed: confirmed === "1",
      idempotencyKey,
    }),
  redirectTo: (_input, { id }) => familyHref(id, "famille"),
});
