"use client";

import { useEffect, useId, useMemo, useRef, type RefObject } from "react";
import type { BookingContext } from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { dayOf, weekdayOf, type Day } from "@/lib/domain/day";
import { capital, formatDay } from "@/lib/domain/day-words";
import type { PriceTable } from "@/lib/domain/tariff/price-table";
import type { Dispatch } from "./cell-box";
import css from "./table.module.css";
import { dayHead, dayNotes } from "./day-head";
import { placesOf, type ChildRows } from "./rows";
import { TableRow } from "./table-row";
import { useCellDetail } from "./use-cell-detail";
import { useGridKeys } from "./use-grid-keys";

/**
 * The calendar of a week or a month: one table for all children, so that its dates stand once; children and
 * units down in the order of the day, days across. Native checkboxes, which the arrow keys reach too.
 */
export function PlanningTable({
  context,
  wishes,
  prices,
  groups,
  days: shownDays,
  anchor,
  view,
  title,
  dispatch,
}: {
  context: BookingContext;
  wishes: Wishes;
  prices: PriceTable;
  groups: readonly ChildRows[];
  days: readonly Day[];
  /** Where a wide table is scrolled to. */
  anchor: Day;
  view: "week" | "month";
  /** What is shown, for the table's name: "Semaine du 30 novembre au 6 décembre 2026". */
  title: string;
  dispatch: Dispatch;
}) {
  const compact = view === "month";
  const heads = useMemo(() => {
    const rows = groups.flatMap((group) => group.rows);
    return shownDays
      .map((day) => ({ day, ...dayHead(context, rows, day) }))
      .filter(({ open, empty }) => !empty && (!compact || open));
  }, [context, groups, shownDays, compact]);
  const days = useMemo(() => heads.map(({ day }) => day), [heads]);
  const common = useMemo(() => heads.map(({ detail }) => detail), [heads]);
  const notes = useMemo(() => (compact ? [] : dayNotes(heads)), [compact, heads]);
  const table = useRef<HTMLTableElement>(null);
  useGridKeys(table, compact);
  const detail = useCellDetail(table, compact);
  useScrollTo(table, compact ? (days.find((day) => day >= anchor) ?? null) : null);
  const keysId = useId();

  if (days.length === 0)
    return <p className="text-muted mt-3">{`Aucun jour ouvert\u00a0: ${title}.`}</p>;
  return (
    <>
      {compact ? (
        <p className="text-muted mt-2 min-h-[1.45em] text-sm max-md:hidden">
          <span aria-hidden="true">{detail}</span>
          <span id={keysId} className={detail ? "sr-only" : ""}>
            Les flèches du clavier passent d’une case à l’autre.
          </span>
        </p>
      ) : (
        <ul className="text-muted mt-1 flex flex-wrap gap-x-4 text-sm leading-snug">
          {notes.map(({ days: which, note }) => (
            <li key={note}>{which === null ? capital(note) : `${which}\u00a0: ${note}`}</li>
          ))}
        </ul>
      )}
      <div
        role="region"
        aria-label={title}
        tabIndex={compact ? 0 : undefined}
        className={`${css.region} mt-1.5 max-md:-mx-[min(1.25rem,5vw)] max-md:rounded-none max-md:border-x-0`}
      >
        <table
          ref={table}
          className={`${css.table} ${compact ? css.compact : css.week}`}
          aria-describedby={compact ? keysId : undefined}
        >
          <caption className="sr-only">{`${title}, par enfant et par activité`}</caption>
          <thead>
            <tr>
              <th className={css.rowHead} scope="col">
                <span className="sr-only">Activité</span>
              </th>
              {heads.map((head) => (
                <th
                  key={head.day}
                  scope="col"
                  data-day={head.day}
                  className={`text-sm leading-tight font-normal ${head.day === dayOf(context.now) ? css.today : ""} ${compact && weekdayOf(head.day) === 1 ? css.monday : ""}`}
                >
                  <DayTitle day={head.day} long={!compact} />
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ child, rows }) => (
            <tbody key={child.id}>
              <tr>
                <th scope="rowgroup" colSpan={days.length + 1} className={css.child}>
                  <span className="sticky left-3">
                    {child.firstName}
                    <Places rows={rows} />
                  </span>
                </th>
              </tr>
              {rows.map((row, index) => (
                <TableRow
                  key={row.id}
                  context={context}
                  wishes={wishes}
                  prices={prices}
                  row={row}
                  days={days}
                  common={common}
                  first={rows[index - 1]?.inscription !== row.inscription}
                  compact={compact}
                  dispatch={dispatch}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}

function Places({ rows }: { rows: ChildRows["rows"] }) {
  const { main, others } = placesOf(rows);
  return (
    <span className="text-muted ml-3 text-sm font-normal">
      {main}
      <span className="max-lg:sr-only">{others.map((other) => `\u00a0; ${other}`).join("")}</span>
    </span>
  );
}

/** "lun. / 30 nov." where columns are wide, "lun. / 30" on a phone and in a month. */
function DayTitle({ day, long }: { day: Day; long: boolean }) {
  const [weekday, ...date] = formatDay(day, "short").split(" ");
  const [number, ...month] = date;
  return (
    <>
      <span className="sr-only">{formatDay(day, "long")}</span>
      <span aria-hidden="true" className="block whitespace-nowrap">
        {`${weekday} `}
        <span className={`block text-base font-bold ${long ? "md:inline" : ""}`}>
          {number}
          {long ? <span className="max-md:hidden">{` ${month[0] ?? ""}`}</span> : null}
        </span>
      </span>
    </>
  );
}

/** Brings a day's column beside the first one, without moving the page. */
function useScrollTo(table: RefObject<HTMLTableElement | null>, day: Day | null): void {
  useEffect(() => {
    if (day === null) return;
    const column = table.current?.querySelector<HTMLElement>(`thead [data-day="${day}"]`);
    const region = table.current?.parentElement;
    const first = table.current?.querySelector<HTMLElement>("thead th");
    if (!column || !region || !first) return;
    region.scrollTo({ left: column.offsetLeft - first.offsetWidth, behavior: "instant" });
  }, [table, day]);
}
