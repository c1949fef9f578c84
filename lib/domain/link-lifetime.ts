/** What a one-use link of an e-mail is for. */
export type LinkPurpose = "activation" | "reset" | "emailChange" | "signIn";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Milliseconds that a link works, from when its e-mail left. */
export function linkLifetime(purpose: LinkPurpose): number {
  switch (purpose) {
    case "activation":
      return 7 * day;
    case "reset":
      return 60 * minute;
    case "emailChange":
      return day;
    case "signIn":
      return 15 * minute;
  }
}

/** How long a link waits for its e-mail to leave; one that waited longer is dead, and is not sent. */
export const longestWait = day;
