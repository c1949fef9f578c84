"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { realNow } from "@/lib/clock";
import { endAgentSessions } from "@/lib/services/agents/agent-sessions";
import { resetFactor } from "@/lib/services/agents/reset-factor";
import { saveAgentRights } from "@/lib/services/agents/save-rights";
import { agentSchema, rightsSchema } from "./schema";

/** An agent's role and limits. */
export const saveRightsOfAgent = action({
  name: "agents.save-rights",
  role: "agent",
  schema: rightsSchema,
  isGrave: true,
  authorize: permitted["manage-agents"],
  run: (ctx, input) => saveAgentRights(ctx, input),
  redirectTo: ({ accountId }) => `/admin/agents?enregistre=${accountId}`,
});

/** Takes an agent's second factor away: the telephone and the recovery codes are lost. */
export const resetFactorOfAgent = action({
  name: "agents.reset-factor",
  role: "agent",
  schema: agentSchema,
  isGrave: true,
  authorize: permitted["manage-agents"],
  run: (ctx, { accountId }) => resetFactor(ctx, accountId, realNow()),
  redirectTo: ({ accountId }) => `/admin/agents/${accountId}?reinitialise=1`,
});

/** Signs an agent out on every device; not on the one that asks. */
export const endSessionsOfAgent = action({
  name: "agents.end-sessions",
  role: "agent",
  schema: agentSchema,
  authorize: permitted["manage-agents"],
  run: (ctx, { accountId }) => endAgentSessions(ctx, accountId, realNow()),
  redirectTo: ({ accountId }) => `/admin/agents/${accountId}?deconnecte=1`,
});
