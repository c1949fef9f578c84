import type { Route } from "next";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { InnerLink } from "@/components/ui/inner-link";
import { dayOf, mondayOf, weekdayOf, type Day, type Moment } from "@/lib/domain/day";
import { capital, formatDay, formatTime, listInWords, weekdayName } from "@/lib/domain/day-words";

export interface CutOffFacts {
  readonly moment: Moment;
  /** The days that it closes. */
  readonly days: readonly Day[];
  readonly activityLabels: readonly string[];
  readonly childNames: readonly string[];
}

/** What must be reserved soon, and until when. */
export function CutOffs({
  cutOffs,
  weekHref,
}: {
  cutOffs: readonly CutOffFacts[];
  /** The calendar, open on the week of a day. */
  weekHref: (day: Day) => Route;
}) {
  return (
    <Card>
      <ul className="grid gap-4">
        {cutOffs.map((cutOff) => (
          <li key={cutOff.moment} className="flex gap-3">
            <Icon name="clock" className="text-brand mt-[0.15em] size-[1.25em]" />
            <div className="min-w-0">
              <p>
                <DaysLink days={cutOff.days} weekHref={weekHref} />
                {`\u00a0: à réserver avant `}
                <strong>{momentInWords(cutOff.moment)}</strong>
              </p>
              <p className="text-muted text-sm">
                {`${listInWords(cutOff.activityLabels)} (${listInWords(cutOff.childNames)})`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function DaysLink({ days, weekHref }: { days: readonly Day[]; weekHref: (day: Day) => Route }) {
  const [first] = days;
  return first === undefined ? null : (
    <InnerLink href={weekHref(first)} className="text-link">
      {daysInWords(days)}
    </InnerLink>
  );
}

/** "Semaine du 30 nov.", "Mercredi 2 déc.", or the first and the last day. */
export function daysInWords(days: readonly Day[]): string {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return "";
  if (first === last) return capital(`${weekdayName(weekdayOf(first))} ${dateOf(first)}`);
  if (mondayOf(first) === mondayOf(last)) return `Semaine du ${dateOf(mondayOf(first))}`;
  return `Du ${dateOf(first)} au ${dateOf(last)}`;
}

/** "jeudi 26 nov., 23 h 59". */
export function momentInWords(moment: Moment): string {
  const d = dayOf(moment);
  return `${weekdayName(weekdayOf(d))} ${dateOf(d)}, ${formatTime(moment.slice(11))}`;
}

/** "30 nov.": the medium date without its year. */
function dateOf(d: Day): string {
  return formatDay(d, "short").replace(/^\S+ /, "");
}
