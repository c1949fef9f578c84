import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { familyFileTakenBack } from "@/lib/emails/family-file-taken-back";
import { filingMessage } from "@/lib/services/service-requests/filing";
import type { Withdrawal } from "@/lib/services/service-requests/kind";
import type { TakenBackKind } from "@/lib/services/service-requests/settling";
import { withdraw } from "@/lib/services/service-requests/withdraw";
import { settledDocuments, type ChosenDocument, type LockedDocuments } from "./settle";

const takingBack: TakenBackKind<LockedDocuments, ChosenDocument> = {
  ...settledDocuments,
  isFound: ({ mayRead }) => mayRead,
  waiting: ({ lines }) =>
    lines.flatMap((document) =>
      document.state === "pending" ? [{ document, validUntil: document.validUntil }] : [],
    ),
  said: () => null,
  message: (request, chosen, { state, by }) => {
    const lines = chosen.map(({ document }) => document.label);
    const message = { ...filingMessage(request, state), by, replacedBy: null, lines };
    return (to) => familyFileTakenBack({ ...message, ...to });
  },
};

/** The family takes back documents that wait. */
export function withdrawDocuments(ctx: ActionContext<AuthorizedFamily>, input: Withdrawal) {
  return withdraw(takingBack, ctx, input);
}
