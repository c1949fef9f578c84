import { memo } from "react";
import { cellView, type CellView } from "@/lib/domain/booking/cell";
import { cellKey, type BookingContext } from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { dayOf, type Day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import type { PriceTable } from "@/lib/domain/tariff/price-table";
import { CellBox, CellPrice, CellWord, type Dispatch } from "./cell-box";
import { cellClass, cellKind } from "./cell-look";
import { dayHead } from "./day-head";
import { cellOf, type ChildRows, type PlanningRow } from "./rows";
import { capital } from "./span";
import { cellAmount, shortDetail, shortWord, stateWords } from "./words";

interface WeekListProps {
  context: BookingContext;
  wishes: Wishes;
  prices: PriceTable;
  groups: readonly ChildRows[];
  days: readonly Day[];
  dispatch: Dispatch;
}

/** A phone's week: day by day, one line a child and unit. */
export function WeekList({ context, wishes, prices, groups, days, dispatch }: WeekListProps) {
  const rows = groups.flatMap((group) => group.rows);
  const heads = days
    .map((day) => ({ day, ...dayHead(context, rows, day) }))
    .filter(({ empty }) => !empty);
  if (heads.length === 0)
    return <p className="text-muted mt-4">Aucun jour ouvert cette semaine.</p>;
  return (
    <div className="mt-2">
      {heads.map(({ day, detail, closed }) => (
        <section key={day} className="mt-5">
          <h3 className="flex flex-wrap items-baseline gap-x-3">
            {capital(formatDay(day, "long").slice(0, -5))}
            {day === dayOf(context.now) ? (
              <span className="text-muted text-base font-normal">aujourd’hui</span>
            ) : null}
          </h3>
          {closed === null ? (
            <>
              {detail === null ? null : <p className="text-muted text-sm">{dayNote(detail)}</p>}
              {groups.map((group) => (
                <ChildDay
                  key={group.child.id}
                  context={context}
                  wishes={wishes}
                  prices={prices}
                  group={group}
                  day={day}
                  common={detail}
                  dispatch={dispatch}
                />
              ))}
            </>
          ) : (
            <p className="text-muted">{`Fermé\u00a0: ${closed}`}</p>
          )}
        </section>
      ))}
    </div>
  );
}

function dayNote(detail: string): string {
  return detail.startsWith("depuis") ? `Hors délai ${detail}` : `À modifier ${detail}`;
}

interface ChildDayProps {
  context: BookingContext;
  wishes: Wishes;
  prices: PriceTable;
  group: ChildRows;
  day: Day;
  common: string | null;
  dispatch: Dispatch;
}

const ChildDay = memo(
  function ChildDay({ context, wishes, prices, group, day, common, dispatch }: ChildDayProps) {
    const cells = group.rows.flatMap((row) => {
      const view = cellView(context, wishes, cellOf(row, day));
      return view ? [{ row, view }] : [];
    });
    if (cells.length === 0) return null;
    return (
      <fieldset className="mt-2 min-w-0">
        <legend className="font-semibold">{group.child.firstName}</legend>
        <div className="mt-1 grid gap-1.5">
          {cells.map(({ row, view }) => (
            <Line key={row.id} {...{ prices, row, view, day, common, dispatch }} />
          ))}
        </div>
      </fieldset>
    );
  },
  (a, b) =>
    a.context === b.context &&
    a.prices === b.prices &&
    a.group === b.group &&
    a.day === b.day &&
    (a.wishes === b.wishes ||
      a.group.rows.every(({ inscription, unit }) => {
        const key = cellKey(inscription.id, unit.id, a.day);
        return a.wishes[key]?.want === b.wishes[key]?.want;
      })),
);

function Line({
  prices,
  row,
  view,
  day,
  common,
  dispatch,
}: {
  prices: PriceTable;
  row: PlanningRow;
  view: CellView;
  day: Day;
  common: string | null;
  dispatch: Dispatch;
}) {
  const look = cellClass(view, "px-2.5 py-1.5");
  const detail = shortDetail(view);
  const amount = cellAmount(prices, row, day, view);
  const plain = cellKind(view) === "plain";
  const words = (
    <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-3">
      <span className="min-w-0 flex-[1_1_8rem] leading-tight">
        {row.unit.label}
        <span className="block text-sm">{row.inscription.activityLabel}</span>
      </span>
      <span className="ml-auto flex flex-col items-end text-right text-sm">
        <CellWord word={shortWord[view.status]} hidden />
        <CellPrice amount={amount} hidden={!plain} />
        {detail !== null && detail !== common ? <span>{detail}</span> : null}
      </span>
    </span>
  );
  if (plain) {
    return (
      <p className={look}>
        {words}
        <span className="sr-only">{stateWords(view)}</span>
      </p>
    );
  }
  return (
    <label className={look}>
      <CellBox {...{ row, day, view, amount, dispatch }} />
      {words}
    </label>
  );
}
