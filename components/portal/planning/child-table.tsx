"use client";

import { useEffect, useMemo, useRef, type RefObject } from "react";
import type { BookingContext } from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { dayOf, weekdayOf, type Day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import type { PriceTable } from "@/lib/domain/tariff/price-table";
import type { Dispatch } from "./cell-box";
import css from "./cell.module.css";
import { dayHead } from "./day-head";
import type { ChildRows } from "./rows";
import { capital, type View } from "./span";
import { TableRow } from "./table-row";
import { useCellDetail } from "./use-cell-detail";
import { useGridKeys } from "./use-grid-keys";

/** A child's table: activities and units down, days across. Native checkboxes; arrow keys besides. */
export function ChildTable({
  context,
  wishes,
  prices,
  group,
  days: shownDays,
  anchor,
  view,
  dispatch,
}: {
  context: BookingContext;
  wishes: Wishes;
  prices: PriceTable;
  group: ChildRows;
  days: readonly Day[];
  /** Where a wide table is scrolled to. */
  anchor: Day;
  view: View;
  dispatch: Dispatch;
}) {
  const compact = view !== "week";
  const heads = useMemo(
    () =>
      shownDays
        .map((day) => ({ day, ...dayHead(context, group.rows, day) }))
        .filter(({ open, empty }) => view === "week" || (open && !empty)),
    [context, group, shownDays, view],
  );
  const days = useMemo(() => heads.map(({ day }) => day), [heads]);
  const common = useMemo(() => heads.map(({ detail }) => detail), [heads]);
  const table = useRef<HTMLTableElement>(null);
  useGridKeys(table, compact);
  const detail = useCellDetail(table, compact);
  useScrollTo(table, compact ? (days.find((day) => day >= anchor) ?? null) : null);
  const titleId = `planning-${group.child.id}`;

  return (
    <section className="mt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 id={titleId} className="text-xl">
          {group.child.firstName}
        </h3>
        {compact ? (
          <p aria-hidden="true" className="text-muted min-h-[1.45em] text-sm">
            {detail || "Les flèches du clavier passent d’une case à l’autre."}
          </p>
        ) : null}
      </div>
      {days.length === 0 ? (
        <p className="text-muted mt-1">Aucun jour ouvert ici.</p>
      ) : (
        <div role="region" aria-labelledby={titleId} tabIndex={0} className={`mt-2 ${css.region}`}>
          <table ref={table} className={`${css.table} ${compact ? "" : css.week}`}>
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
                    className={`text-sm font-normal ${head.day === dayOf(context.now) ? css.today : ""} ${compact && weekdayOf(head.day) === 1 ? css.monday : ""}`}
                  >
                    <DayTitle day={head.day} long={!compact} />
                    {compact ? null : <DayNote detail={head.detail} closed={head.closed} />}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {group.rows.map((row, index) => (
                <TableRow
                  key={row.id}
                  context={context}
                  wishes={wishes}
                  prices={prices}
                  row={row}
                  days={days}
                  common={common}
                  first={group.rows[index - 1]?.inscription !== row.inscription}
                  compact={compact}
                  dispatch={dispatch}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function DayTitle({ day, long }: { day: Day; long: boolean }) {
  if (long) return <span className="block font-bold">{capital(formatDay(day, "short"))}</span>;
  const [weekday, ...date] = formatDay(day, "short").split(" ");
  return (
    <span className="block leading-tight whitespace-nowrap">
      {`${weekday} `}
      <span className="block font-bold">{date.join("\u00a0")}</span>
    </span>
  );
}

function DayNote({ detail, closed }: { detail: string | null; closed: string | null }) {
  const note = closed ?? (detail?.startsWith("depuis") ? `hors délai ${detail}` : detail);
  if (note === null) return null;
  return <span className="text-muted mt-0.5 block leading-tight">{note}</span>;
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
