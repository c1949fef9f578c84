"use server";

import { action } from "@/lib/action";
import { authorizeFamily } from "@/lib/auth";
import { issueAttestation, issuePlanning, issueRequestRecap } from "@/lib/services/documents/issue";
import { issuedHref } from "./hrefs";
import { attestationSchema, planningSchema, recapSchema } from "./schema";

export const giveAttestation = action({
  name: "documents.attestation",
  role: "guardian",
  schema: attestationSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, input) => issueAttestation(ctx, input),
  redirectTo: (_input, { code }) => issuedHref(code),
});

export const givePlanning = action({
  name: "documents.planning",
  role: "guardian",
  schema: planningSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, input) => issuePlanning(ctx, input),
  redirectTo: (_input, { code }) => issuedHref(code),
});

export const giveRequestRecap = action({
  name: "documents.request-recap",
  role: "guardian",
  schema: recapSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, input) => issueRequestRecap(ctx, input),
  redirectTo: (_input, { code }) => issuedHref(code),
});
