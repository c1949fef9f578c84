import type { Day } from "./day";

/** Whom a piece of news is for. Mirrored by the database. */
export const newsAudiences = ["everyone", "families", "activity", "establishment"] as const;
export type NewsAudience = (typeof newsAudiences)[number];

/** For whom, with what says it: everyone (without an account too), every family, or those of a place. */
export type NewsReaders =
  | { readonly audience: "everyone" }
  | { readonly audience: "families" }
  /** Families with a child who is inscribed there, or will be. */
  | { readonly audience: "activity"; readonly activityId: number }
  | { readonly audience: "establishment"; readonly establishmentId: number };

/** The days on which it is shown, the first and the last too. */
export interface NewsDays {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

export type NewsPhase = "coming" | "shown" | "over";

/** Where a piece of news stands on that day: both of its days are shown. */
export function newsPhase({ firstDay, lastDay }: NewsDays, today: Day): NewsPhase {
  if (today < firstDay) return "coming";
  return today > lastDay ? "over" : "shown";
}
