import "server-only";
import { redirect } from "next/navigation";
import { type Actor, currentActor, signInPath } from "@/lib/auth";
import type { Brand } from "@/lib/domain/brand";

/** Proof that the actor acts on the own account, from this session. Only this file mints it. */
export type OwnAccount = Brand<"OwnAccount"> & {
  readonly accountId: string;
  readonly sessionId: string;
};

/** Whoever is signed in, on the own account and no other. */
export function authorizeOwnAccount(actor: Actor | null): OwnAccount | null {
  return actor && ({ accountId: actor.accountId, sessionId: actor.sessionId } as OwnAccount);
}

/** For pages of the own account, parents' and agents': the proof, or a redirection to sign in. */
export async function requireOwnAccount(): Promise<{ actor: Actor; account: OwnAccount }> {
  const actor = await currentActor();
  const account = authorizeOwnAccount(actor);
  if (!actor || !account) redirect(await signInPath());
  return { actor, account };
}
