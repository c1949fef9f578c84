"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { realNow } from "@/lib/clock";
import { endAgentSessions } from "@/lib/services/agents/agent-sessions";
import { setAgentActive } from "@/lib/services/agents/close-agent";
import { inviteAgent, inviteAgentAgain } from "@/lib/services/agents/invite-agent";
import { resetFactor } from "@/lib/services/agents/reset-factor";
import { saveAgentRights } from "@/lib/services/agents/save-rights";
import {
  accountSchema,
  agentSchema,
  factorResetSchema,
  invitationSchema,
  newAgentSchema,
  rightsSchema,
} from "./schema";

/** Opens an agent's account and sends the link to choose a password. */
export const inviteNewAgent = action({
  name: "agents.invite",
  role: "agent",
  schema: newAgentSchema,
  isGrave: true,
  keepsTyped: true,
  authorize: permitted["manage-agents"],
  run: (ctx, input) => inviteAgent(ctx, input, realNow()),
  redirectTo: (_input, { accountId }) => `/admin/agents/${accountId}?invite=1`,
});

/** The link again: the first was lost, or too old. */
export const inviteAgentOnceMore = action({
  name: "agents.invite-again",
  role: "agent",
  schema: invitationSchema,
  authorize: permitted["manage-agents"],
  run: (ctx, input) => inviteAgentAgain(ctx, input, realNow()),
  redirectTo: ({ accountId }) => `/admin/agents/${accountId}?invite=1`,
});

/** Closes an agent's account, or opens it again. */
export const setAccountOfAgent = action({
  name: "agents.set-active",
  role: "agent",
  schema: accountSchema,
  isGrave: true,
  authorize: permitted["manage-agents"],
  run: (ctx, input) => setAgentActive(ctx, input, realNow()),
  redirectTo: ({ accountId, active }) =>
    `/admin/agents/${accountId}?compte=${active ? "ouvert" : "ferme"}`,
});

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
  schema: factorResetSchema,
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
