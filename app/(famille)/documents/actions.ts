"use server";

import { action } from "@/lib/action";
import { authorizeFamily } from "@/lib/auth";
import {
  issueAttestation,
  issuePlanning,
  issueRequestRecap,
  issueTariffResult,
} from "@/lib/services/documents/issue";
import { simulationQuery } from "@/lib/domain/tariff/simulation-query";
import { issuedHref } from "./hrefs";
import { attestationSchema, planningSchema, recapSchema, tariffSchema } from "./schema";

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

export const giveTariffResult = action({
  name: "documents.tariff-result",
  role: "guardian",
  schema: tariffSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, { idempotencyKey, simulation }) => {
    const query = simulationQuery(Object.fromEntries(new URLSearchParams(simulation)));
    return issueTariffResult(ctx, { idempotencyKey, query });
  },
  redirectTo: (_input, { code }) => issuedHref(code),
});
