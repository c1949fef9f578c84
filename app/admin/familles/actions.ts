"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { dayOf } from "@/lib/domain/day";
import { done, refused } from "@/lib/domain/result";
import { readFamilyChildHealth } from "@/lib/services/family-admin/read-health";
import { saveCategory } from "@/lib/services/family-admin/save-category";
import { saveRights } from "@/lib/services/family-admin/save-rights";
import { foreseeQuotient, saveQuotient } from "@/lib/services/family-admin/save-quotient";
import { healthLines } from "./health-words";
import { familyHref } from "./hrefs";
import { quotientChange } from "./read-quotient";
import {
  categorySchema,
  foreseeSchema,
  healthSchema,
  quotientSchema,
  removalSchema,
  rightsSchema,
} from "./schema";

/** What an entry of the quotient's history would change; writes nothing. */
export const foreseeFamilyQuotient = action({
  name: "families.foresee-quotient",
  role: "agent",
  schema: foreseeSchema,
  authorize: permitted["change-families"],
  run: (ctx, input) => foreseeQuotient(ctx.proof, quotientChange(input), dayOf(ctx.moment)),
});

export const saveFamilyQuotient = action({
  name: "families.save-quotient",
  role: "agent",
  schema: quotientSchema,
  authorize: permitted["change-families"],
  run: (ctx, { idempotencyKey, ...input }) =>
    saveQuotient(ctx, { ...quotientChange(input), idempotencyKey }),
  redirectTo: ({ familyId, replaces }) =>
    familyHref(familyId, replaces === null ? "quotient-ajoute" : "quotient-corrige"),
});

export const removeFamilyQuotient = action({
  name: "families.remove-quotient",
  role: "agent",
  schema: removalSchema,
  authorize: permitted["change-families"],
  run: (ctx, input) => saveQuotient(ctx, { ...input, entry: null }),
  redirectTo: ({ familyId }) => familyHref(familyId, "quotient-retire"),
});

/** How the family pays for one of its children. */
export const saveChildCategory = action({
  name: "families.save-category",
  role: "agent",
  schema: categorySchema,
  authorize: permitted["change-families"],
  run: (ctx, input) => saveCategory(ctx, input),
  redirectTo: ({ familyId }) => familyHref(familyId, "categorie"),
});

/** What is known of a child's health: a reading that stands in the journal, and so a write. */
export const readChildHealth = action({
  name: "families.read-health",
  role: "agent",
  schema: healthSchema,
  authorize: permitted["read-health"],
  run: async (ctx, input) => {
    const fields = await readFamilyChildHealth(ctx, input);
    return fields ? done(healthLines(fields)) : refused("not-found");
  },
});

/** What the family may do with one of its children: a court order, told in person. */
export const saveChildRights = action({
  name: "families.save-rights",
  role: "agent",
  schema: rightsSchema,
  authorize: permitted["change-families"],
  run: (ctx, { rights, ...input }) =>
    saveRights(ctx, {
      ...input,
      rights: {
        mayBook: rights.includes("mayBook"),
        mayAuthorize: rights.includes("mayAuthorize"),
        maySeeFile: rights.includes("maySeeFile"),
      },
    }),
  redirectTo: ({ familyId }) => familyHref(familyId, "droits"),
});
