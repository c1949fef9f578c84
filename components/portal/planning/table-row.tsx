import { memo } from "react";
import { cellView, type CellView } from "@/lib/domain/booking/cell";
import { cellKey, type BookingContext } from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { weekdayOf, type Day } from "@/lib/domain/day";
import { Icon } from "@/components/ui/icon";
import { formatCents, type Cents } from "@/lib/domain/money";
import type { PriceTable } from "@/lib/domain/tariff/price-table";
import { CellBox, CellWord, type Dispatch } from "./cell-box";
import { cellClass, cellKind } from "./cell-look";
import css from "./table.module.css";
import { cellOf, type PlanningRow } from "./rows";
import { cellAmount, cellName, shortDetail, shortWord, stateWords } from "./words";

interface TableRowProps {
  context: BookingContext;
  wishes: Wishes;
  prices: PriceTable;
  row: PlanningRow;
  days: readonly Day[];
  /** For each day, the small line that its header already carries. */
  common: readonly (string | null)[];
  /** The first row of its inscription names the activity. */
  first: boolean;
  /** Many columns: short, with arrow keys. */
  compact: boolean;
  dispatch: Dispatch;
}

/** One line of the table. Drawn again only when one of its own cells has changed. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { context, prices, wishes, row, days, common, compact } = props;
  const cells = days.map((day) => {
    const view = cellView(context, wishes, cellOf(row, day));
    return { day, view, amount: view && cellAmount(prices, row, day, view) };
  });
  const price = mostFrequent(cells.flatMap(({ amount }) => amount ?? []));
  const details = compact
    ? []
    : cells.map(({ view }, column) => {
        const detail = view && shortDetail(view);
        return detail === common[column] ? null : detail;
      });
  return (
    <tr>
      <RowHead
        row={row}
        first={props.first}
        price={price}
        limits={[...new Set(details.flatMap((detail) => detail ?? []))]}
        dispatch={props.dispatch}
      />
      {cells.map(({ day, view, amount }) => (
        <td
          key={day}
          className={compact && weekdayOf(day) === 1 ? css.monday : undefined}
          data-day={day}
        >
          {view === null ? null : (
            <TableCell {...props} view={view} day={day} amount={amount} usual={price} />
          )}
        </td>
      ))}
    </tr>
  );
}, sameRow);

function TableCell({
  row,
  day,
  view,
  amount,
  usual,
  compact,
  dispatch,
}: {
  row: PlanningRow;
  day: Day;
  view: CellView;
  amount: Cents | null;
  /** The price that stands at the head of the line; a cell says its own where it differs. */
  usual: Cents | null;
  compact: boolean;
  dispatch: Dispatch;
}) {
  const look = cellClass(view, "");
  const inside = (
    <>
      <CellWord word={shortWord[view.status]} />
      {compact || amount === null || amount === usual ? null : (
        <span aria-hidden="true" className="pointer-events-none text-xs tabular-nums">
          {formatCents(amount)}
        </span>
      )}
    </>
  );
  if (cellKind(view) === "plain") {
    return (
      <span className={look} data-name={compact ? cellName(row, day, view, amount) : undefined}>
        {inside}
        <span className="sr-only">{stateWords(view)}</span>
      </span>
    );
  }
  return (
    <label className={look}>
      <CellBox {...{ row, day, view, amount, dispatch }} roving={compact} />
      {inside}
    </label>
  );
}

function RowHead({
  row,
  first,
  price,
  limits,
  dispatch,
}: {
  row: PlanningRow;
  first: boolean;
  price: Cents | null;
  /** Last moments that are not those of the whole day. */
  limits: readonly string[];
  dispatch: Dispatch;
}) {
  const { inscription, unit } = row;
  const above = inscription.activityLabel === unit.label ? "" : inscription.activityLabel;
  return (
    <th scope="row" className={css.rowHead}>
      <div className="flex items-center justify-between gap-1">
        <span className="min-w-0 leading-tight">
          {above === "" ? null : (
            <span
              className={
                first && inscription.units.length > 1
                  ? "text-muted block max-w-52 truncate text-xs font-normal max-md:max-w-26"
                  : "sr-only"
              }
            >
              {above}
              <span className="sr-only">, </span>
            </span>
          )}
          <span className="hyphens-auto max-md:text-[0.9375rem]">{unit.label}</span>
          {price === null ? null : (
            <span className="text-muted block text-sm font-normal tabular-nums md:ml-2 md:inline">
              {formatCents(price)}
            </span>
          )}
          {limits.map((limit) => (
            <span key={limit} className="text-muted block text-xs font-normal">
              {limit}
            </span>
          ))}
        </span>
        <button
          type="button"
          className="text-brand hover:bg-brand-soft inline-flex size-9 shrink-0 items-center justify-center rounded-lg max-md:hidden"
          aria-label={`Cocher un même jour chaque semaine\u00a0: ${row.name}, ${row.child.firstName}`}
          aria-haspopup="dialog"
          onClick={() => dispatch({ type: "open", dialog: { kind: "weekday", rowId: row.id } })}
        >
          <Icon name="repeat" />
        </button>
      </div>
    </th>
  );
}

function mostFrequent(amounts: readonly Cents[]): Cents | null {
  const counts = new Map<Cents, number>();
  for (const amount of amounts) counts.set(amount, (counts.get(amount) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** A year of a child is about a thousand cells: a tap compares wishes and draws one line. */
function sameRow(a: TableRowProps, b: TableRowProps): boolean {
  if (a.context !== b.context || a.days !== b.days || a.common !== b.common) return false;
  if (
    a.prices !== b.prices ||
    a.row !== b.row ||
    a.compact !== b.compact ||
    a.dispatch !== b.dispatch
  )
    return false;
  if (a.wishes === b.wishes) return true;
  return a.days.every((day) => {
    const key = cellKey(a.row.inscription.id, a.row.unit.id, day);
    return a.wishes[key]?.want === b.wishes[key]?.want;
  });
}
