"use client";

import { useMemo, useState, type FocusEvent, type PointerEvent } from "react";
import type { BookingContext } from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { dayOf, weekdayOf, type Day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import type { Dispatch } from "./cell-box";
import css from "./cell.module.css";
import { dayHead } from "./day-head";
import type { ChildRows } from "./rows";
import { capital, type View } from "./span";
import { TableRow } from "./table-row";
import { useGridKeys } from "./use-grid-keys";

/** A child's table: activities and units down, days across. Native checkboxes; arrow keys besides. */
export function ChildTable({
  context,
  wishes,
  group,
  days: shownDays,
  view,
  dispatch,
}: {
  context: BookingContext;
  wishes: Wishes;
  group: ChildRows;
  days: readonly Day[];
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
  const keys = useGridKeys(compact);
  const [detail, setDetail] = useState("");
  const titleId = `planning-${group.child.id}`;
  const show = (event: FocusEvent | PointerEvent) => compact && setDetail(detailAt(event.target));

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
          <table
            ref={keys.table}
            className={`${css.table} ${compact ? "" : css.week}`}
            onKeyDown={keys.onKeyDown}
            onFocus={show}
            onPointerOver={show}
          >
            <thead>
              <tr>
                <th className={css.rowHead} scope="col">
                  <span className="sr-only">Activité</span>
                </th>
                {heads.map((head) => (
                  <th
                    key={head.day}
                    scope="col"
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

/** What the cell under the pointer or the focus says in full. */
function detailAt(target: EventTarget): string {
  if (!(target instanceof Element)) return "";
  const box = target.closest("td")?.querySelector("input");
  if (!box) return "";
  return [box.ariaLabel, box.getAttribute("aria-description")].filter(Boolean).join(". ");
}
