"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { saveAgentRights } from "@/lib/services/agents/save-rights";
import { rightsSchema } from "./schema";

/** An agent's role and limits. */
export const saveRightsOfAgent = action({
  name: "agents.save-rights",
  role: "agent",
  schema: rightsSchema,
  authorize: permitted["manage-agents"],
  run: (ctx, input) => saveAgentRights(ctx, input),
  redirectTo: ({ accountId }) => `/admin/agents?enregistre=${accountId}`,
});
