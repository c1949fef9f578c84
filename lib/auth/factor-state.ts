import "server-only";
import { dateToInstant } from "@/lib/db";
import { isAgentRole, type AccountRole } from "@/lib/domain/access";
import type { Instant } from "@/lib/domain/day";
import { factorDueAt, needsCode } from "@/lib/domain/second-factor";
import { town } from "@/town/town";

/** What the second factor asks of whoever acts, at this request. */
export interface ActorFactor {
  /** An application that gives codes, or an agent's passkey. */
  readonly isSet: boolean;
  /** There is a passkey to confirm with. */
  readonly hasPasskey: boolean;
  /** Until when an agent may go without one; null where nothing is asked. */
  readonly dueAt: Instant | null;
  /** That time is over: nothing of the agents opens. */
  readonly isOverdue: boolean;
  /** What is grave asks for a code first. */
  readonly needsCode: boolean;
}

/** What the database says of it, with who acts. */
export interface FactorRow {
  role: AccountRole;
  factorSetUpAt: Date | null;
  hasPasskey: boolean;
  factorGraceFrom: Date | null;
  factorProvedAt: Date | null;
}

/** By the real clock: a demo's day of the manual makes nobody late. */
export function factorOf(row: FactorRow, now: number): ActorFactor {
  const facts = {
    role: row.role,
    isSet: row.factorSetUpAt !== null || (isAgentRole(row.role) && row.hasPasskey),
    graceFrom: row.factorGraceFrom?.getTime() ?? null,
    provedAt: row.factorProvedAt?.getTime() ?? null,
  };
  const dueAt = factorDueAt(facts, town.secondFactor.graceDays);
  return {
    isSet: facts.isSet,
    hasPasskey: row.hasPasskey,
    dueAt: dueAt === null ? null : dateToInstant(new Date(dueAt)),
    isOverdue: dueAt !== null && dueAt <= now,
    needsCode: needsCode(facts, now),
  };
}
