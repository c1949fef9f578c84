import type { AccountRecipient } from "@/lib/emails/account-recipient";
import { town } from "@/town/town";

/** Whom a message about an account goes to, and who signs it. */
export function recipientOf({
  email,
  firstName,
}: {
  readonly email: string;
  readonly firstName: string;
}): AccountRecipient {
  const { mail, department } = town;
  return { to: email, firstName, town: mail.senderName, department: department.email };
}
