import { sideOf, type AccountRole } from "@/lib/domain/access";

export interface SessionLimits {
  /** Without any use for that long, the session ends. */
  readonly idleSeconds: number;
  /** Used or not, it ends that long after sign-in. */
  readonly longestSeconds: number;
  /** Whether the browser keeps it once it is closed. */
  readonly isKept: boolean;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long a session lasts. Parents: twelve hours, or thirty days from the last use where they asked to
 * stay signed in (half a year in all). Agents share their computers: half an hour without use, eight
 * hours in all.
 */
export function sessionLimits(role: AccountRole, staysSignedIn: boolean): SessionLimits {
  switch (sideOf(role)) {
    case "guardian":
      return staysSignedIn
        ? { idleSeconds: 30 * day, longestSeconds: 180 * day, isKept: true }
        : { idleSeconds: 12 * hour, longestSeconds: 12 * hour, isKept: false };
    case "agent":
      return { idleSeconds: 30 * minute, longestSeconds: 8 * hour, isKept: false };
  }
}
