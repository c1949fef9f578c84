import type { Committed, EmailMessage } from "@/lib/commit";
import type { JournalEvent } from "@/lib/domain/journal-event";

type AccountEvent =
  | "signed-in"
  | "activation-link-sent"
  | "reset-link-sent"
  | "sign-in-link-sent"
  | "sign-in-link-used"
  | "account-activated"
  | "password-reset"
  | "administrator-invited"
  | "password-changed"
  | "factor-set-up"
  | "factor-removed"
  | "recovery-codes-renewed"
  | "passkey-added"
  | "passkey-removed";

/** The journal's line about an account, with the e-mails that go with it. */
export function written(
  accountId: string,
  kind: AccountEvent,
  emails: EmailMessage[] = [],
): Committed<null> {
  const event: JournalEvent = { kind, familyId: null, subject: `account ${accountId}`, data: {} };
  return { value: null, events: [event], emails };
}
