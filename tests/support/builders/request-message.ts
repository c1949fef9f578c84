import type { Tx } from "@/lib/commit";
import type { MessageSide } from "@/lib/domain/request-message";

export interface MessageSpec {
  request: { id: string };
  side: MessageSide;
  text?: string;
  /** Who wrote it; who sent the request unless told. */
  accountId?: string;
  at?: string;
}

/** A message about a request, which waits where it is the family's. Its id. */
export async function aMessage(db: Tx, spec: MessageSpec): Promise<number> {
  const { submission } = await db.serviceRequest.findUniqueOrThrow({
    where: { id: spec.request.id },
    select: { submission: { select: { account: true } } },
  });
  const { firstName, lastName, id } = submission.account;
  const message = await db.requestMessage.create({
    data: {
      requestId: spec.request.id,
      side: spec.side,
      text: spec.text ?? "Léo sera-t-il avec son cousin\u00a0?",
      at: spec.at ?? "2025-07-02T08:00:00.000Z",
      authorName: `${firstName} ${lastName}`,
      accountId: spec.accountId ?? id,
    },
  });
  return message.id;
}
