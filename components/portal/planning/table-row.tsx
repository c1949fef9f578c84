import { memo } from "react";
import { cellView, type CellView } from "@/lib/domain/booking/cell";
import { cellKey, type BookingContext } from "@/lib/domain/booking/context";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { weekdayOf, type Day } from "@/lib/domain/day";
import { Icon } from "@/components/ui/icon";
import type { PriceTable } from "@/lib/domain/tariff/price-table";
import { CellBox, CellPrice, CellWord, type Dispatch } from "./cell-box";
import { cellClass, cellKind } from "./cell-look";
import css from "./cell.module.css";
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
  /** The first row of its inscription names the activity and the establishment in full. */
  first: boolean;
  /** Many columns: short, with arrow keys. */
  compact: boolean;
  dispatch: Dispatch;
}

/** One line of a child's table. Drawn again only when one of its own cells has changed. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { context, wishes, row, days } = props;
  return (
    <tr>
      <RowHead row={row} first={props.first} dispatch={props.dispatch} />
      {days.map((day, column) => {
        const view = cellView(context, wishes, cellOf(row, day));
        const monday = props.compact && weekdayOf(day) === 1 ? css.monday : undefined;
        return view === null ? (
          <td key={day} className={monday} />
        ) : (
          <td key={day} className={monday} data-day={day}>
            <TableCell {...props} view={view} day={day} common={props.common[column] ?? null} />
          </td>
        );
      })}
    </tr>
  );
}, sameRow);

function TableCell({
  prices,
  row,
  day,
  view,
  common,
  compact,
  dispatch,
}: {
  prices: PriceTable;
  row: PlanningRow;
  day: Day;
  view: CellView;
  common: string | null;
  compact: boolean;
  dispatch: Dispatch;
}) {
  const kind = cellKind(view);
  const look = cellClass(view, css.stacked ?? "");
  const word = shortWord[view.status];
  const amount = cellAmount(prices, row, day, view);
  if (kind === "plain") {
    return (
      <span className={look} data-name={compact ? cellName(row, day, view, amount) : undefined}>
        <CellWord word={word} hidden />
        {compact ? null : <CellPrice amount={amount} hidden={false} />}
        <span className="sr-only">{stateWords(view)}</span>
      </span>
    );
  }
  const detail = compact ? null : shortDetail(view);
  return (
    <label className={look}>
      <CellBox
        row={row}
        day={day}
        view={view}
        amount={amount}
        dispatch={dispatch}
        roving={compact}
      />
      <CellWord word={word} hidden />
      {compact ? null : <CellPrice amount={amount} hidden />}
      {detail !== null && detail !== common ? <span aria-hidden="true">{detail}</span> : null}
    </label>
  );
}

function RowHead({
  row,
  first,
  dispatch,
}: {
  row: PlanningRow;
  first: boolean;
  dispatch: Dispatch;
}) {
  const { inscription, unit } = row;
  return (
    <th scope="row" className={css.rowHead}>
      <div className="flex items-center justify-between gap-1">
        <span className="min-w-0 leading-tight">
          <span className={first ? "text-muted block text-sm font-normal" : "sr-only"}>
            {inscription.activityLabel}
            <span className="sr-only">, </span>
          </span>
          {unit.label}
          {first ? (
            <span className="text-muted block text-sm font-normal">
              {inscription.establishmentLabel}
            </span>
          ) : null}
        </span>
        <button
          type="button"
          className="text-brand hover:bg-brand-soft inline-flex size-11 shrink-0 items-center justify-center rounded-lg"
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
