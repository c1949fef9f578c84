import "server-only";
import { type Instant, instant, instantOfMoment, moment, momentOfInstant } from "@/lib/domain/day";
import type { Moment } from "@/lib/domain/day";
import { env } from "@/lib/env";

/** The machine's clock: expiry of sessions, tokens and throttles, retries of e-mails. */
export function realNow(): Instant {
  return instant(new Date().toISOString());
}

/**
 * The portal's clock, for everything the règlement speaks of. `APP_NOW` (demo and test only) makes
 * it tick from that Paris wall time since the start of the process.
 */
export function now(): Instant {
  if (env.APP_NOW === undefined) return realNow();
  const start = Date.parse(instantOfMoment(moment(env.APP_NOW)));
  // The process' own start, so that every bundle of the server tells the same time.
  const elapsed = Date.now() - performance.timeOrigin;
  return instant(new Date(start + elapsed).toISOString());
}

/** `now()` as Paris wall time. */
export function nowMoment(): Moment {
  return momentOfInstant(now());
}
