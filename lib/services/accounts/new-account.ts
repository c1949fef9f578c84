import "server-only";
import { randomUUID } from "node:crypto";
import type { EmailMessage, Tx } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import type { AccountRole } from "@/lib/domain/access";
import type { Instant } from "@/lib/domain/day";
import { activationEmail } from "@/lib/emails/account-activation";
import { carrying, createToken } from "@/lib/services/operational/tokens";
import { activationUrl } from "@/lib/urls";
import { town } from "@/town/town";
import { freeUserName } from "./find-account";

/** Whose account is opened; the address in any case, names as they are written. */
export interface NewAccount {
  readonly email: string;
  readonly role: AccountRole;
  readonly firstName: string;
  readonly lastName: string;
}

/** The id of an account without a password yet; null where an account has this address, or just got it. */
export async function insertAccount(
  tx: Tx,
  { email: typed, role, firstName, lastName }: NewAccount,
  now: Instant,
): Promise<string | null> {
  const id = randomUUID();
  const email = typed.toLowerCase();
  const userName = await freeUserName(tx, email);
  const createdAt = instantToDate(now);
  const { count } = await tx.account.createMany({
    data: { id, email, userName, role, firstName, lastName, createdAt },
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

/** The e-mail with the link that opens an account: one use, seven days by the real clock. */
export async function invitationTo(
  tx: Tx,
  to: { readonly accountId: string; readonly email: string; readonly firstName: string },
  realNow: Instant,
): Promise<EmailMessage> {
  const token = await createToken(tx, to.accountId, "activation", realNow);
  const message = activationEmail({
    to: to.email,
    firstName: to.firstName,
    town: town.mail.senderName,
    url: activationUrl(token),
  });
  return carrying(token, message);
}
