/** What happens to an account, for the person whom it belongs to. */
export const signInEventKinds = [
  "signed-in",
  "wrong-password",
  "throttled",
  "link-asked",
  "sign-in-link-asked",
  "sign-in-link-used",
  "account-activated",
  "password-reset",
  "password-changed",
  "session-ended",
  "sessions-ended",
  "sessions-ended-by-town",
  "factor-set-up",
  "factor-removed",
  "factor-reset",
  "recovery-codes-renewed",
  "recovery-code-used",
  "wrong-code",
  "signed-in-by-passkey",
  "passkey-added",
  "passkey-removed",
  "passkey-refused",
] as const;

export type SignInEventKind = (typeof signInEventKinds)[number];

/** The journal's column is text: a kind that a later version wrote is none of ours. */
export function isSignInEventKind(text: string): text is SignInEventKind {
  return (signInEventKinds as readonly string[]).includes(text);
}
