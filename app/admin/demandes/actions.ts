"use server";

import { action } from "@/lib/action";
import { done } from "@/lib/domain/result";
import { permitted } from "@/lib/auth";
import { decideFileChanges } from "@/lib/services/family-file/decide";
import { decideRequest } from "@/lib/services/reservations/decide";
import { settleMessages, writeToFamily } from "@/lib/services/request-messages/write-message";
import { writeNote } from "@/lib/services/service-requests/notes";
import { decideDocuments } from "@/lib/services/supporting-documents/decide";
import { readDecision, readDocumentDecision, readFileDecision } from "./read-decision";
import { messageHref, SETTLED, noteHref, outcomeHref, outcomeParam } from "./filters";
import {
  decisionSchema,
  documentDecisionSchema,
  fileDecisionSchema,
  messageSchema,
  noteSchema,
  settleSchema,
} from "./schema";

/** Accepts or refuses waiting dates of a request within the agent's rights. */
export const decide = action({
  name: "requests.decide",
  role: "agent",
  schema: decisionSchema,
  authorize: permitted["decide-requests"],
  run: async (ctx, input) => {
    const typed = {
      lines: input.lines,
      reason: input.reason,
      over: input.over === "1",
      overReason: input.overReason,
    };
    const decision = readDecision(input);
    if (!decision.ok) return { ...decision, value: typed };
    const outcome = await decideRequest(ctx, decision.value);
    return outcome.ok ? outcome : { ...outcome, value: typed };
  },
  revalidate: ({ number }) => ["/admin/demandes", `/admin/demandes/${number}`],
  redirectTo: ({ number, decision, list, fromList }, { count, refused }) => {
    const did = decision === "refuse" ? "refuse" : "accept";
    if (fromList === "0") return outcomeHref(number, did, { count, refused, list });
    const query = new URLSearchParams(list);
    query.set(outcomeParam[did], String(count));
    query.set("demande", String(number));
    return `/admin/demandes?${query}`;
  },
});

/** Accepts or refuses waiting lines of the file, for those who see the whole town. */
export const decideFile = action({
  name: "requests.decide-file",
  role: "agent",
  schema: fileDecisionSchema,
  authorize: permitted["decide-files"],
  run: async (ctx, input) => {
    const typed = { lines: input.fields, reason: input.reason };
    const decision = readFileDecision(input);
    if (!decision.ok) return { ...decision, value: typed };
    const outcome = await decideFileChanges(ctx, decision.value);
    return outcome.ok ? outcome : { ...outcome, value: typed };
  },
  revalidate: ({ number }) => ["/admin/demandes", `/admin/demandes/${number}`],
  redirectTo: ({ number, decision, list }, { count }) =>
    outcomeHref(number, decision, { count, list }),
});

/** Accepts or refuses waiting documents, for those who see the whole town. */
export const decideDocument = action({
  name: "requests.decide-documents",
  role: "agent",
  schema: documentDecisionSchema,
  authorize: permitted["decide-files"],
  run: async (ctx, input) => {
    const typed = { lines: input.documents, reason: input.reason };
    const decision = readDocumentDecision(input);
    if (!decision.ok) return { ...decision, value: typed };
    const outcome = await decideDocuments(ctx, decision.value);
    return outcome.ok ? outcome : { ...outcome, value: typed };
  },
  revalidate: ({ number }) => ["/admin/demandes", `/admin/demandes/${number}`],
  redirectTo: ({ number, decision, list }, { count }) =>
    outcomeHref(number, decision, { count, list }),
});

/** Adds an internal note to a request. */
export const saveNote = action({
  name: "requests.save-note",
  role: "agent",
  schema: noteSchema,
  authorize: permitted["decide-requests"],
  keepsTyped: true,
  run: (ctx, { number, text, idempotencyKey }) => writeNote(ctx, { number, text, idempotencyKey }),
  revalidate: ({ number }) => [`/admin/demandes/${number}`],
  redirectTo: ({ number, list }, { id }) => noteHref(number, id, list),
});

/** Writes to the family about a request. */
export const writeMessage = action({
  name: "requests.write-to-family",
  role: "agent",
  schema: messageSchema,
  authorize: permitted["decide-requests"],
  keepsTyped: true,
  run: (ctx, { list: _list, ...message }) => writeToFamily(ctx, message),
  revalidate: ({ number }) => ["/admin/demandes", `/admin/demandes/${number}`],
  redirectTo: ({ number, list }, { id }) => messageHref(number, String(id), list),
});

/** Says that what the family wrote needs no answer. */
export const settle = action({
  name: "requests.settle-messages",
  role: "agent",
  schema: settleSchema,
  authorize: permitted["decide-requests"],
  async run(ctx, { list: _list, ...seen }) {
    const settled = await settleMessages(ctx, seen);
    // A colleague was quicker: what was wanted is so.
    return !settled.ok && settled.refusal === "message-settled" ? done({ count: 0 }) : settled;
  },
  revalidate: ({ number }) => ["/admin/demandes", `/admin/demandes/${number}`],
  redirectTo: ({ number, list }) => messageHref(number, SETTLED, list),
});
