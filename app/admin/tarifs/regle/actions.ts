"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { savePriceSetting } from "@/lib/services/tariffs/save-price-setting";
import { priceSettingSchema } from "./schema";

/** What the prices of reservations follow until they are billed. */
export const saveTownPriceSetting = action({
  name: "tariffs.save-price-setting",
  role: "agent",
  schema: priceSettingSchema,
  authorize: permitted["manage-tariffs"],
  keepsTyped: true,
  run: (ctx, input) => savePriceSetting(ctx, input),
  redirectTo: () => "/admin/tarifs/regle?enregistre=1",
});
