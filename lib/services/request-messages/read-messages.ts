import "server-only";
import type { Authorized, AuthorizedFamily } from "@/lib/auth";
import { dateToInstant, prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";
import type { MessageSide } from "@/lib/domain/request-message";
import { Prisma } from "@/lib/generated/prisma/client";
import { withinScope } from "@/lib/services/agent-scope";
import { requestsWithInscription } from "@/lib/services/service-requests/about";
import { mayReadRequest } from "@/lib/services/service-requests/reach";

/** What a family or the service wrote about a request. */
export interface RequestMessage {
  readonly id: number;
  readonly at: Instant;
  readonly side: MessageSide;
  readonly authorName: string;
  readonly text: string;
  /** The family's, and neither answered nor said to need no answer. */
  readonly waits: boolean;
}

/** The messages about one of the family's requests, the oldest first. One statement. */
export function readFamilyMessages(
  family: AuthorizedFamily,
  number: number,
): Promise<RequestMessage[]> {
  return readMessages(
    Prisma.sql`q.number = ${number} AND q."familyId" = ${family.familyId} AND ${mayReadRequest}`,
  );
}

/** The messages about a request within the agent's rights, the oldest first. One statement. */
export function readAgentMessages(
  agent: Authorized<"read-requests">,
  number: number,
): Promise<RequestMessage[]> {
  return readMessages(Prisma.sql`q.number = ${number} AND ${withinScope(agent)}`);
}

async function readMessages(chosen: Prisma.Sql): Promise<RequestMessage[]> {
  const rows = await readRows<Omit<RequestMessage, "at"> & { at: Date }>(prisma, "readMessages")`
    SELECT m.id, m.at, m.side::text AS side, m."authorName", m.text,
      m.side = 'family' AND m."settledAt" IS NULL AS waits
    FROM ${requestsWithInscription} JOIN "RequestMessage" m ON m."requestId" = q.id
    WHERE ${chosen} ORDER BY m.id`;
  return rows.map((row) => ({ ...row, at: dateToInstant(row.at) }));
}
