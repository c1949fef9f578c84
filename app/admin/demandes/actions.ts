"use server";

import { action } from "@/lib/action";
import { authorizeAgent } from "@/lib/auth";
import { decideRequest } from "@/lib/services/service-requests/decide";
import { readDecision } from "./decision";
import { decisionSchema } from "./schema";

/** Accepts or refuses waiting dates of a request within the agent's rights. */
export const decide = action({
  name: "requests.decide",
  role: "agent",
  schema: decisionSchema,
  authorize: (actor) => authorizeAgent(actor),
  run: async (ctx, input) => {
    const typed = { lines: input.lines, reason: input.reason };
    const decision = readDecision(input);
    if (!decision.ok) return { ...decision, value: typed };
    const outcome = await decideRequest(ctx, decision.value);
    return outcome.ok ? outcome : { ...outcome, value: typed };
  },
  revalidate: ({ number }) => ["/admin/demandes", `/admin/demandes/${number}`],
  redirectTo: ({ number, decision, list }, { count }) => {
    const query = new URLSearchParams(list);
    query.set(decision === "accept" ? "acceptees" : "refusees", String(count));
    if (list === undefined) return `/admin/demandes/${number}?${query}`;
    query.set("demande", String(number));
    return `/admin/demandes?${query}`;
  },
});
