import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import { requestSubject, type RequestKind } from "@/lib/domain/request-kind";
import {
  aboutInWords,
  decisionEvent,
  stateOfLines,
  type LineState,
  type RequestAbout,
  type ServiceRequestState,
} from "@/lib/domain/service-request";
import type { FiledRequestMessage } from "@/lib/emails/filing";
import type { Prisma } from "@/lib/generated/prisma/client";
import { requestUrl } from "@/lib/urls";
import { aboutJoins, aboutSql } from "./about";
import { mayReadRequest } from "./reach";
import { closeAndTell, type LockedRequest, type Settling } from "./settling";
import { lockFileSubject } from "./subject";
import { town } from "@/town/town";

/** A request about no inscription (the file, documents), read under its lock. */
export interface LockedFiling extends Omit<LockedRequest, "lines"> {
  readonly id: string;
  readonly kind: RequestKind;
  readonly childId: number | null;
  readonly guardianId: number | null;
  readonly about: RequestAbout | null;
  /** Whether the family may still see what it says: a court order may have ended that. */
  readonly mayRead: boolean;
}

/**
 * Locks such a request in the order of the house: the child, guardian or family that it is about, then
 * itself. `chosen` is on q; null where it matches nothing. Three statements.
 */
export async function lockFiling(tx: Tx, chosen: Prisma.Sql): Promise<LockedFiling | null> {
  const [found] = await readRows<Pick<LockedFiling, "familyId" | "childId" | "guardianId">>(
    tx,
    "lockFiling: about",
  )`
    SELECT q."familyId", q."childId", q."guardianId" FROM "ServiceRequest" q WHERE ${chosen}`;
  if (!found) return null;
  await lockAbout(tx, found);
  const [filing] = await readRows<LockedFiling>(tx, "lockFiling")`
    SELECT q.id, q.number, q.kind::text AS kind, q.state::text AS state, q."familyId", q."childId", q."guardianId",
      ${aboutSql} AS about,
      ${mayReadRequest} AS "mayRead",
      acc.id AS "senderId", acc.email AS "senderEmail", acc."firstName" AS "senderFirstName"
    FROM "ServiceRequest" q
    JOIN "Submission" s ON s.id = q."submissionId"
    JOIN "Account" acc ON acc.id = s."accountId"
    ${aboutJoins}
    WHERE ${chosen} FOR UPDATE OF q`;
  return filing ?? null;
}

async function lockAbout(
  tx: Tx,
  { familyId, childId, guardianId }: Pick<LockedFiling, "familyId" | "childId" | "guardianId">,
): Promise<void> {
  if (childId !== null) return lockFileSubject(tx, { about: "child", id: childId });
  if (guardianId !== null) return lockFileSubject(tx, { about: "guardian", id: guardianId });
  await readRows(tx, "lockAbout")`SELECT id FROM "Family" WHERE id = ${familyId} FOR NO KEY UPDATE`;
}

/**
 * The request's state and timeline, once its lines are settled: `states` are those of all its lines.
 * Returns the state that it now has. One statement.
 */
export async function settleFiling(
  tx: Tx,
  filing: LockedFiling,
  states: readonly LineState[],
  settling: Settling,
): Promise<ServiceRequestState> {
  const state = stateOfLines(states);
  const event = decisionEvent(state, settling.decision);
  await tx.$executeRaw`WITH ${closeAndTell(filing.id, state, event, settling)} SELECT 1`;
  return state;
}

/** What an e-mail to the sender says of the request, whatever it tells. */
export function filingMessage(
  filing: LockedFiling,
  state: ServiceRequestState,
): FiledRequestMessage {
  return {
    to: filing.senderEmail,
    firstName: filing.senderFirstName,
    number: filing.number,
    title: `${aboutInWords(filing.about).detail} – ${requestSubject(filing.kind, null)}`,
    state,
    departmentName: town.department.name,
    departmentEmail: town.department.email,
    url: requestUrl(filing.number),
    town: town.mail.senderName,
  };
}
