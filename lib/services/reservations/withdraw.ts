import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { requestWithdrawn } from "@/lib/emails/request-withdrawn";
import type { Withdrawal } from "@/lib/services/service-requests/kind";
import type { TakenBackKind } from "@/lib/services/service-requests/settling";
import { withdraw } from "@/lib/services/service-requests/withdraw";
import { requestUrl } from "@/lib/urls";
import { town } from "@/town/town";
import { settledDates, type LockedBookingRequest, type LockedLine } from "./settle";
import { settledSentences } from "./settled-days";

const takingBack: TakenBackKind<LockedBookingRequest, LockedLine> = {
  ...settledDates,
  isFound: () => true,
  // Past days are the service's to settle.
  waiting: ({ lines }, today) =>
    lines.filter((line) => line.state === "pending" && line.day >= today),
  said: () => null,
  message: (request, lines, { state, by }) => {
    const sentences = settledSentences(request, lines, "withdrawn");
    return (to) =>
      requestWithdrawn({
        ...request,
        ...to,
        by,
        state,
        count: lines.length,
        sentences,
        url: requestUrl(request.number),
        town: town.mail.senderName,
      });
  },
};

/** The family takes back dates: places asked for are given back, removals asked for are dropped. */
export function withdrawRequest(ctx: ActionContext<AuthorizedFamily>, input: Withdrawal) {
  return withdraw(takingBack, ctx, input);
}
