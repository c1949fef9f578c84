import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { familyFileTakenBack } from "@/lib/emails/family-file-taken-back";
import type { Withdrawal } from "@/lib/services/service-requests/kind";
import type { TakenBackKind } from "@/lib/services/service-requests/settling";
import { withdraw } from "@/lib/services/service-requests/withdraw";
import { settledFile, type LockedFile, type LockedFileChange } from "./settle";
import { takenBackInWords, takenBackMessage } from "./take-back";

const fieldsOf = (lines: readonly LockedFileChange[]) => lines.map(({ field }) => field);

const takingBack: TakenBackKind<LockedFile, LockedFileChange> = {
  ...settledFile,
  isFound: ({ mayRead }) => mayRead,
  waiting: ({ lines }) => lines.filter(({ state }) => state === "pending"),
  said: (lines) => takenBackInWords(fieldsOf(lines)),
  message: (request, lines, { state, by }) => {
    const message = takenBackMessage(request, fieldsOf(lines), { state, by, replacedBy: null });
    return (to) => familyFileTakenBack({ ...message, ...to });
  },
};

/** The family takes back what still waits of a request about the file. */
export function withdrawFileRequest(ctx: ActionContext<AuthorizedFamily>, input: Withdrawal) {
  return withdraw(takingBack, ctx, input);
}
