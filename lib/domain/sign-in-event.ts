/** What happens to an account, for the person whom it belongs to. */
export const signInEventKinds = [
  "signed-in",
  "wrong-password",
  "throttled",
  "link-asked",
  "account-activated",
  "password-reset",
] as const;

export type SignInEventKind = (typeof signInEventKinds)[number];
