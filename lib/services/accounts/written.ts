import type { Committed, EmailMessage } from "@/lib/commit";

/** The journal's line about an account, with the e-mails that go with it. */
export function written(
  accountId: string,
  kind: string,
  emails: EmailMessage[] = [],
): Committed<null> {
  const event = { kind, familyId: null, subject: `account ${accountId}`, data: {} };
  return { value: null, events: [event], emails };
}
