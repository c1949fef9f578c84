"use server";

import { action } from "@/lib/action";
import { ofTheFamilySent } from "@/lib/action/of-family";
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
  ...ofTheFamilySent,
  name: "documents.attestation",
  schema: attestationSchema,
  run: (ctx, input) => issueAttestation(ctx, input),
  redirectTo: (_input, { code }) => issuedHref(code),
});

export const givePlanning = action({
  ...ofTheFamilySent,
  name: "documents.planning",
  schema: planningSchema,
  run: (ctx, input) => issuePlanning(ctx, input),
  redirectTo: (_input, { code }) => issuedHref(code),
});

export const giveRequestRecap = action({
  ...ofTheFamilySent,
  name: "documents.request-recap",
  schema: recapSchema,
  run: (ctx, input) => issueRequestRecap(ctx, input),
  redirectTo: (_input, { code }) => issuedHref(code),
});

export const giveTariffResult = action({
  ...ofTheFamilySent,
  name: "documents.tariff-result",
  schema: tariffSchema,
  run: (ctx, { idempotencyKey, simulation }) => {
    const query = simulationQuery(Object.fromEntries(new URLSearchParams(simulation)));
    return issueTariffResult(ctx, { idempotencyKey, query });
  },
  redirectTo: (_input, { code }) => issuedHref(code),
});
