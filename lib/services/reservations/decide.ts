import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import type { EmailMessage } from "@/lib/commit";
import { countsByPart, goesOver } from "@/lib/domain/capacity";
import type { Day } from "@/lib/domain/day";
import { whyGone } from "@/lib/domain/gone-day";
import { cents } from "@/lib/domain/money";
import { openingOf } from "@/lib/domain/opening";
import { done, refused, type Result } from "@/lib/domain/result";
import { requestDecided, type DecidedRequest } from "@/lib/emails/request-decided";
import { decide, type Decided } from "@/lib/services/service-requests/decide";
import { withinScope } from "@/lib/services/agent-scope";
import type { Answer, DecidedKind, Outcome } from "@/lib/services/service-requests/settling";
import { requestUrl } from "@/lib/urls";
import { town } from "@/town/town";
import { openingsOf } from "./group-openings";
import { settledDates, type LockedBookingRequest, type LockedLine } from "./settle";
import { settledSentences } from "./settled-days";

export interface Decision extends Answer {
  /** The dates decided on; "all" = everything that waits. */
  readonly lines: "all" | readonly { unitId: number; day: Day }[];
  /** How many dates the agent's button said. */
  readonly count: number;
  /** What becomes of the other waiting dates of an acceptance: they wait on, or are refused for the reason. */
  readonly others: "wait" | "refuse";
  /** Why it is accepted over the capacity: 3 to 500 characters, for the journal. */
  readonly overReason?: string | null;
}

const deciding: DecidedKind<
  Authorized<"decide-requests">,
  LockedBookingRequest,
  Decision,
  LockedLine,
  "request-changed" | "dates-gone" | "over-capacity"
> = {
  ...settledDates,
  reach: withinScope,
  choose: (request, input, today) => {
    const lines = waitingLines(request, input);
    if (!lines) return refused("request-changed");
    if (input.decision === "refuse") return done(lines);
    if (hasGone(request, lines, today)) return refused("dates-gone");
    return overOf(request, lines).length > 0 && !input.overReason
      ? refused("over-capacity")
      : done(lines);
  },
  journaled: (request, { decision, overReason }, lines) => {
    const over = decision === "accept" ? overOf(request, lines) : [];
    return over.length > 0 ? { over: over.map(keyOf), overReason: overReason ?? null } : {};
  },
  refusedToo: (request, { decision, others }, accepted) =>
    decision === "accept" && others === "refuse"
      ? request.lines.filter((line) => line.state === "pending" && !accepted.includes(line))
      : [],
  email: emailOf,
};

/**
 * An agent's decision on waiting dates of a request within the agent's rights, under the lock of the
 * inscription and of the request. Over the capacity it demands a reason, which the journal keeps. Six
 * statements between BEGIN and COMMIT, whatever the number of dates; one more where a unit is limited, and
 * one where it accepts some and refuses the others.
 */
export function decideRequest(
  ctx: ActionContext<Authorized<"decide-requests">>,
  input: Decision,
): Promise<
  Result<
    Decided,
    | "request-changed"
    | "dates-gone"
    | "over-capacity"
    | "not-found"
    | "already-decided"
    | "key-reused"
  >
> {
  return decide(deciding, ctx, input);
}

/** Whether one of these days can no longer be given, by the rules as they stand under the lock. */
function hasGone(
  { group, calendar }: LockedBookingRequest,
  lines: readonly LockedLine[],
  today: Day,
): boolean {
  const { openings, exceptions } = openingsOf(group);
  return lines.some(({ change, day, unitId }) => {
    const isOpen = openingOf(day, unitId, openings, exceptions, calendar).open;
    return whyGone({ change, day, isOpen }, today) !== null;
  });
}

/** Additions with which more children would have their answer than there are places. */
function overOf(
  { seats }: LockedBookingRequest,
  lines: readonly LockedLine[],
): readonly LockedLine[] {
  if (!seats) return [];
  const counts = countsByPart(seats.counts);
  return lines.filter(
    ({ change, covers, day }) => change === "add" && goesOver(seats.limits, counts, covers, day),
  );
}

const keyOf = ({ unitId, day }: { unitId: number; day: Day }) => `${unitId}|${day}`;

/** The chosen lines, or null where one of them no longer waits: someone was quicker. */
function waitingLines(request: LockedBookingRequest, input: Decision): LockedLine[] | null {
  const waiting = request.lines.filter(({ state }) => state === "pending");
  const keys = input.lines === "all" ? null : new Set(input.lines.map(keyOf));
  const chosen = keys ? waiting.filter((l) => keys.has(keyOf(l))) : waiting;
  return chosen.length > 0 && chosen.length === (keys?.size ?? input.count) ? chosen : null;
}

/** What was announced for these dates of a late request, which asks one change of them all. */
function lateOf(lines: readonly LockedLine[]): DecidedRequest["late"] {
  const [first] = lines;
  if (!first) return null;
  const known = lines.flatMap(({ amount }) => amount ?? []);
  const amount = known.reduce((sum, one) => sum + one, 0);
  return { change: first.change, amount: known.length < lines.length ? null : cents(amount) };
}

function emailOf(
  request: LockedBookingRequest,
  lines: readonly LockedLine[],
  { refused: others, ...outcome }: Outcome & { readonly refused: readonly LockedLine[] },
): EmailMessage {
  const state = outcome.decision === "accept" ? "accepted" : "refused";
  return requestDecided({
    ...request,
    ...outcome,
    refused: {
      count: others.length,
      sentences: settledSentences(request, others, "refused"),
    },
    to: request.senderEmail,
    firstName: request.senderFirstName,
    late: request.late ? lateOf(lines) : null,
    count: lines.length,
    sentences: settledSentences(request, lines, state),
    url: requestUrl(request.number),
    town: town.mail.senderName,
  });
}
