import "server-only";
import type { EmailMessage, Tx } from "@/lib/commit";
import type { Day, Instant } from "@/lib/domain/day";
import type { OverCapacity, SettledLines } from "@/lib/domain/journal-event";
import type { Result } from "@/lib/domain/result";
import type {
  LineDecision,
  LineState,
  RequestEventKind,
  ServiceRequestState,
} from "@/lib/domain/service-request";
import { Prisma } from "@/lib/generated/prisma/client";

/** What every request has under its lock, whatever its kind. */
export interface LockedRequest {
  readonly id: string;
  readonly number: number;
  readonly familyId: number;
  readonly state: ServiceRequestState;
  /** Who sent it. */
  readonly senderId: string;
  readonly senderEmail: string;
  readonly senderFirstName: string;
  readonly lines: readonly { readonly state: LineState }[];
}

/** Who answers what, and when. */
export interface Settling {
  readonly decision: LineDecision;
  readonly actorName: string;
  readonly accountId: string;
  readonly message: string | null;
  readonly now: Instant;
}

/** How a kind of request is locked and settled: what deciding and taking back have in common. */
export interface SettledKind<Locked extends LockedRequest, Line> {
  /** Locks it in the order of the house and reads its lines; `chosen` is on q, and on g where it is of a group. */
  readonly lock: (tx: Tx, chosen: Prisma.Sql) => Promise<Locked | null>;
  /** Settles waiting lines with what they change, the request's state and its timeline. */
  readonly settle: (
    tx: Tx,
    request: Locked,
    lines: readonly Line[],
    settling: Settling,
  ) => Promise<ServiceRequestState>;
  /** The lines as the journal keeps them. */
  readonly journal: (lines: readonly Line[]) => SettledLines;
}

/** An agent's answer to what was chosen. */
export interface Answer {
  readonly number: number;
  readonly decision: "accept" | "refuse";
  /** Needed to refuse: the family reads it. */
  readonly reason: string | null;
  readonly idempotencyKey: string;
}

/** What became of the request. */
export interface Outcome {
  readonly decision: Answer["decision"];
  readonly reason: string | null;
  readonly state: ServiceRequestState;
  /** Lines that still wait. */
  readonly left: number;
}

/** How an agent decides on a kind of request. */
export interface DecidedKind<
  Agent,
  Locked extends LockedRequest,
  Input,
  Line,
  Why extends string,
> extends SettledKind<Locked, Line> {
  /** The requests within the agent's rights, on q and g. */
  readonly reach: (agent: Agent) => Prisma.Sql;
  /** The lines that the agent chose; refused where one of them no longer waits. */
  readonly choose: (request: Locked, input: Input, today: Day) => Result<readonly Line[], Why>;
  /** What is refused by the same answer as what was chosen is accepted; absent where a kind knows no such answer. */
  readonly refusedToo?: (
    request: Locked,
    input: Input,
    accepted: readonly Line[],
  ) => readonly Line[];
  /** What the journal keeps besides of an answer; absent where a kind has nothing to add. */
  readonly journaled?: (request: Locked, input: Input, lines: readonly Line[]) => OverCapacity;
  /** What the sender is told; `refused` are the lines that the same answer refused besides. */
  readonly email: (
    request: Locked,
    lines: readonly Line[],
    outcome: Outcome & { readonly refused: readonly Line[] },
  ) => EmailMessage;
}

/** The same message for each of those who are told. */
type MessageTo = (to: { to: string; firstName: string }) => EmailMessage;

/** How a family takes back what waits. */
export interface TakenBackKind<Locked extends LockedRequest, Line> extends SettledKind<
  Locked,
  Line
> {
  /** Whether the family still finds it: a court order may have ended that. */
  readonly isFound: (request: Locked) => boolean;
  readonly waiting: (request: Locked, today: Day) => readonly Line[];
  /** What the timeline says besides the act. */
  readonly said: (lines: readonly Line[]) => string | null;
  /** What each of those who are told reads. */
  readonly message: (
    request: Locked,
    lines: readonly Line[],
    outcome: { readonly state: ServiceRequestState; readonly by: string },
  ) => MessageTo;
}

/** The request's state, and the event that its timeline tells: part of the statement that settles it. */
export function closeAndTell(
  requestId: string,
  state: ServiceRequestState,
  event: RequestEventKind,
  { actorName, accountId, message, now }: Settling,
): Prisma.Sql {
  return Prisma.sql`closed AS (
      UPDATE "ServiceRequest" SET state = ${state}::"ServiceRequestState",
        "decidedAt" = ${state === "pending" ? null : now}::timestamptz
      WHERE id = ${requestId}::uuid
    ), told AS (
      INSERT INTO "RequestEvent" ("requestId", at, kind, "actorName", "accountId", message)
      VALUES (${requestId}::uuid, ${now}::timestamptz, ${event}::"RequestEventKind",
        ${actorName}, ${accountId}::uuid, ${message})
    )`;
}
