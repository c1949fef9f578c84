import { useMemo } from "react";
import { costInWords } from "@/components/portal/tariffs/words";
import type { BookingContext } from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { dayOf, mondayOf, weekdayOf, type Day, type Weekday } from "@/lib/domain/day";
import { capital, formatDay, formatPeriod, monthName } from "@/lib/domain/day-words";
import { costOver, type CostByDay } from "@/lib/domain/tariff/cost";
import type { ChildRows } from "./rows";
import { usedWeekdays } from "./span";
import { weekInWords, yearMonths, type Mark, type YearDay, type YearMonth } from "./year";
import css from "./year.module.css";

/** Four forms tell four children apart without their colour; a fifth starts again. */
const shapes = [css.round, css.square, css.diamond, css.triangle] as const;

const meaning: Record<Mark, string> = {
  held: "réservé",
  pending: "en attente",
  added: "ajouté",
  removed: "retiré",
  changed: "ajouté et retiré",
  nothing: "rien",
};

/** The whole school year at the size of a dot a child and day: to look at, and to go to a week. */
export function YearView({
  context,
  wishes,
  groups,
  days,
  costs,
  anchor,
  onOpen,
}: {
  context: BookingContext;
  wishes: Wishes;
  groups: readonly ChildRows[];
  days: readonly Day[];
  /** What each day costs; null in a town without tariffs. */
  costs: CostByDay | null;
  /** The week that was looked at before is outlined. */
  anchor: Day;
  /** Shows the week of a day. */
  onOpen: (day: Day) => void;
}) {
  const months = useMemo(
    () => yearMonths(context, wishes, groups, days),
    [context, wishes, groups, days],
  );
  const weekdays = useMemo(() => usedWeekdays(context), [context]);
  const shown = new Set(
    months.flatMap(({ lines }) =>
      lines.flatMap((line) => (line.kind === "week" ? line.days.flatMap((d) => d.marks) : [])),
    ),
  );
  return (
    <>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-label="Légende">
        {groups.map(({ child }, index) => (
          <li key={child.id} className="flex items-center gap-1.5">
            <Dot mark="held" child={index} />
            {child.firstName}
          </li>
        ))}
        {(Object.keys(meaning) as Mark[])
          .filter((mark) => mark !== "held" && shown.has(mark))
          .map((mark) => (
            <li key={mark} className="flex items-center gap-1.5">
              <Dot mark={mark} child={0} />
              {meaning[mark]}
            </li>
          ))}
      </ul>
      <p className="text-muted no-print mt-1 text-sm">Touchez une semaine pour l’ouvrir.</p>
      <div className={css.year}>
        {months.map((month) => (
          <Month
            key={month.month.from}
            {...{ month, groups, weekdays, costs, anchor, onOpen }}
            today={dayOf(context.now)}
          />
        ))}
      </div>
    </>
  );
}

function Month({
  month: { month, lines },
  groups,
  weekdays,
  costs,
  anchor,
  today,
  onOpen,
}: {
  month: YearMonth;
  groups: readonly ChildRows[];
  weekdays: readonly Weekday[];
  costs: CostByDay | null;
  anchor: Day;
  today: Day;
  onOpen: (day: Day) => void;
}) {
  const cost = costs && costOver(costs, month);
  return (
    <section className="min-w-0">
      <h3 className="mb-1 flex flex-wrap items-baseline justify-between gap-x-1 text-base max-md:text-[0.9375rem]">
        {capital(monthName(month.from).split(" ")[0] ?? "")}
        <span className="sr-only">{` ${month.from.slice(0, 4)}`}</span>
        {cost && (cost.amount !== 0 || cost.unpriced > 0) ? (
          <span className="text-muted text-sm font-normal tabular-nums max-md:text-[0.8125rem]">
            {costInWords(cost)}
          </span>
        ) : null}
      </h3>
      <ul className={css.weeks}>
        {lines.map((line) =>
          line.kind === "closed" ? (
            <li key={line.from} className={css.strip}>
              <span className="sr-only">{`${capital(formatPeriod(line))}\u00a0: `}</span>
              {line.reason}
            </li>
          ) : (
            <li key={line.monday}>
              <button
                type="button"
                className={`${css.week} ${mondayOf(anchor) === line.monday ? css.looked : ""}`}
                aria-label={weekName(line.monday, line.days, groups)}
                onClick={() =>
                  onOpen(line.days.find(({ closed }) => closed === null)?.day ?? line.monday)
                }
              >
                {weekdays.map((weekday) => {
                  const one = line.days.find(({ day }) => weekdayOf(day) === weekday);
                  return <DayDots key={weekday} day={one ?? null} today={today} />;
                })}
              </button>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

function DayDots({ day, today }: { day: YearDay | null; today: Day }) {
  if (day === null) return <span />;
  const past = day.day < today ? css.past : "";
  return (
    <span className={`${css.day} ${past} ${day.closed === null ? "" : css.closed}`}>
      <span className={day.day === today ? css.today : undefined}>{Number(day.day.slice(8))}</span>
      {day.marks.map((mark, index) =>
        mark === null ? <span key={index} /> : <Dot key={index} mark={mark} child={index} />,
      )}
    </span>
  );
}

function Dot({ mark, child }: { mark: Mark; child: number }) {
  return (
    <span
      aria-hidden="true"
      className={`${css.dot} ${css[mark]} ${shapes[child % shapes.length]}`}
    />
  );
}

/** "Semaine du lundi 7 décembre : Léo, 4 jours réservés ; Lucas, rien de réservé". */
function weekName(monday: Day, days: readonly YearDay[], groups: readonly ChildRows[]): string {
  const each = groups.map(({ child }, i) => `${child.firstName}, ${weekInWords(days, i)}`);
  return `Semaine du ${formatDay(monday, "long")}\u00a0: ${each.join("\u00a0; ")}`;
}
