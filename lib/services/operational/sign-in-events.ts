import "server-only";
import { createHmac } from "node:crypto";
import type { Tx } from "@/lib/commit";
import { instantToDate, prisma } from "@/lib/db";
import type { Instant } from "@/lib/domain/day";
import type { SignInEventKind } from "@/lib/domain/sign-in-event";
import { env } from "@/lib/env";

/** Where somebody comes from. */
export interface Visitor {
  /** Network address, for the throttles; kept as a keyed hash only. */
  readonly address: string;
  readonly userAgent: string | null;
}

export interface SignInEventInput {
  readonly kind: SignInEventKind;
  /** Null where what was typed is nobody's. */
  readonly accountId: string | null;
  readonly visitor: Visitor | null;
  readonly typed?: string;
  readonly at: Instant;
}

/** Equal ones are recognized, none can be read or tried out without the portal's secret. */
function keyed(what: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  return createHmac("sha256", env.NEXTAUTH_SECRET)
    .update(`${what}\n${text}`)
    .digest("base64url")
    .slice(0, 22);
}

/** Writes a line of the journal of sign-ins, by the real clock; in a transaction where there is one. */
export async function noteSignIn(event: SignInEventInput, db: Tx = prisma): Promise<void> {
  await db.signInEvent.create({
    data: {
      at: instantToDate(event.at),
      accountId: event.accountId,
      kind: event.kind,
      userAgent: event.visitor?.userAgent?.slice(0, 200) ?? null,
      address: keyed("address", event.visitor?.address),
      typed: keyed("typed", event.typed),
    },
    select: { id: true },
  });
}
