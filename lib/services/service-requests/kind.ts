import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Calendar } from "@/lib/domain/calendar";
import type { Day } from "@/lib/domain/day";
import type { DocumentContent } from "@/lib/domain/issued-document";
import type { Result } from "@/lib/domain/result";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Who reads a request, and what for. */
export interface Reading {
  /** Whether the reader may see what the family's file and documents say. */
  readonly mayRead: boolean;
  readonly calendar: Calendar;
}

export interface Withdrawal {
  readonly number: number;
  readonly idempotencyKey: string;
}

export type WithdrawalRefusal =
  "not-found" | "already-decided" | "nothing-to-withdraw" | "key-reused";

/**
 * All that the house asks of a kind of request. A feature says it in its `request-kind.ts`, and
 * `request-kinds/registry.ts` collects them; its words stand in `lib/domain/request-kind.ts`.
 */
export interface KindOfRequest<Row, Content> {
  /** What such a request (q, of the group g) holds, as one JSON value: a `Row`. */
  readonly contentSql: Prisma.Sql;
  /** How many lines it has that are no dates, as an integer. */
  readonly answersSql: Prisma.Sql;
  /** The same as its reader sees it. */
  readonly read: (row: Row, reading: Reading) => Content;
  /** How many lines that are no dates it has, as `answersSql` counts them. */
  readonly answers: (content: Content) => number;
  /** How many lines the family may still take back. */
  readonly waiting: (content: Content, today: Day) => number;
  /** Its lines on the page that a family prints; null where it has none. */
  readonly recap: (content: Content) => DocumentContent["table"];
  /** The family takes back what waits. */
  readonly withdraw: (
    ctx: ActionContext<AuthorizedFamily>,
    input: Withdrawal,
  ) => Promise<Result<{ count: number }, WithdrawalRefusal>>;
}
