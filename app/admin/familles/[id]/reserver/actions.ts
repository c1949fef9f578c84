"use server";

import { action } from "@/lib/action";
import { inStead, permitted } from "@/lib/auth";
import { comes } from "@/lib/domain/booking/standing";
import { changeForFamily } from "@/lib/services/reservations/change-for-family";
import { familyHref } from "../../hrefs";
import { servedSchema } from "./schema";

/** Books and cancels for a family, past the cut-offs too. */
export const changeFamilyCalendar = action({
  name: "families.change-calendar",
  role: "agent",
  schema: servedSchema,
  authorize: permitted["change-families"],
  run: (ctx, { familyId, schoolYearId, want, seen, price, reason, over, idempotencyKey }) => {
    const ticked = new Set(want);
    const changed = seen.filter(({ key, base }) => ticked.has(key) !== comes(base));
    const wishes = Object.fromEntries(
      changed.map(({ key, base }) => [key, { want: ticked.has(key), seen: base }]),
    );
    const proof = inStead(ctx.proof, familyId);
    return changeForFamily(
      { ...ctx, proof },
      { schoolYearId, wishes, price, reason, over: over === "1", idempotencyKey },
    );
  },
  revalidate: ({ familyId }) => [familyHref(familyId)],
  redirectTo: ({ familyId, week }, { additions, removals }) =>
    `${familyHref(familyId)}/reserver?semaine=${week}&ajouts=${additions}&retraits=${removals}`,
});
