import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { done, refused, type Result } from "@/lib/domain/result";
import { payloadOf, writeDocument, type DocumentToWrite, type SentDocument } from "./keep-document";
import { readTarget, type TargetRefusal } from "./read-target";

export type JoiningRefusal = TargetRefusal | "already-decided" | "key-reused";

interface Joined {
  readonly documentId: string;
  readonly number: number;
  readonly accepted: boolean;
}

/**
 * Joins a document to a request past its cut-off that still waits: whoever decides the request reads
 * it there. It takes no number of its own and is not answered by itself.
 */
export async function joinDocument(
  ctx: ActionContext<AuthorizedFamily>,
  input: SentDocument & { readonly requestNumber: number },
  document: DocumentToWrite,
): Promise<Result<Joined, JoiningRefusal>> {
  const { accountId, familyId } = ctx.proof;
  const idempotency = { key: input.idempotencyKey, payload: payloadOf(input) };
  return commit<Joined, TargetRefusal | "already-decided">(
    { accountId, now: ctx.now, idempotency },
    async (tx) => {
      const found = await readTarget(tx, familyId, input, { moment: ctx.moment, isAgent: false });
      if (!found.ok) return found;
      const request = await lockLateRequest(tx, familyId, input.requestNumber);
      if (!request || request.childId !== input.childId) return refused("not-found");
      if (request.state !== "pending") return refused("already-decided");
      await writeDocument(tx, document, {
        claim: input,
        target: found.value,
        familyId,
        accountId,
        requestId: request.id,
        state: "accepted",
        now: ctx.now,
      });
      return done({
        value: { documentId: document.id, number: input.requestNumber, accepted: true },
        events: [
          {
            kind: "supporting-document-joined",
            familyId,
            subject: `request ${input.requestNumber}`,
            data: { document: document.id, type: input.typeId, files: document.files.length },
          },
        ],
      });
    },
  );
}

/**
 * The child of a request that a document may be joined to; null where it does not wait, was asked in
 * time, or is of a child whose file the family may not see.
 */
export async function readJoinable(
  { familyId }: AuthorizedFamily,
  number: number,
): Promise<{ childId: number } | null> {
  const request = await prisma.serviceRequest.findFirst({
    where: {
      number,
      familyId,
      late: true,
      state: "pending",
      child: { families: { some: { familyId, maySeeFile: true } } },
    },
    select: { childId: true },
  });
  return request && request.childId !== null ? { childId: request.childId } : null;
}

/** Whether the town asks for such documents and this request still takes one. */
export async function mayJoinDocument(family: AuthorizedFamily, number: number): Promise<boolean> {
  const [types, request] = await Promise.all([
    prisma.supportingDocumentType.count({
      where: { active: true, forLate: true, subject: "child" },
    }),
    readJoinable(family, number),
  ]);
  return types > 0 && request !== null;
}

/** Held until the end: nobody decides it meanwhile. */
async function lockLateRequest(
  tx: Tx,
  familyId: number,
  number: number,
): Promise<{ id: string; childId: number | null; state: string } | undefined> {
  const [request] = await readRows<{ id: string; childId: number | null; state: string }>(
    tx,
    "lockLateRequest",
  )`
    SELECT id, "childId", state::text AS state FROM "ServiceRequest"
     WHERE number = ${number} AND "familyId" = ${familyId} AND late FOR UPDATE`;
  return request;
}
