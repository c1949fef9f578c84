import { textParam, type Query } from "@/app/params";
import { addDays, dayOf, mondayOf, parseDay, type Day, type Moment } from "@/lib/domain/day";

/** The Monday of the week that the URL asks for, else of the one that runs (on Saturday, the next). */
export function weekOf(query: Query, now: Moment): Day {
  return mondayOf(parseDay(textParam(query, "semaine")) ?? addDays(dayOf(now), 2));
}

export const weekHref = (path: string, monday: Day) => `${path}?semaine=${monday}`;
