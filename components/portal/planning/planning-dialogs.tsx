import type { BookingContext } from "@/lib/domain/booking/context";
import type { Period } from "@/lib/domain/day";
import type { PriceTable } from "@/lib/domain/tariff/price-table";
import type { Dispatch } from "./cell-box";
import type { AskLate } from "./ask-late";
import { LateDialog } from "./late-dialog";
import { PeriodicityDialog } from "./periodicity/periodicity-dialog";
import { CopyWeekDialog } from "./quick/copy-week-dialog";
import { SiblingDialog } from "./quick/sibling-dialog";
import { WeekdayDialog } from "./quick/weekday-dialog";
import type { PlanningRow } from "./rows";
import { spanTitle } from "./span";
import type { PlanningState } from "./state";
import type { AskedCell } from "./use-asked";

/** The dialog that the state names, if any. */
export function PlanningDialogs({
  context,
  prices,
  state,
  rows,
  shown,
  askLate,
  onAsked,
  dispatch,
}: {
  context: BookingContext;
  prices: PriceTable;
  state: PlanningState;
  rows: readonly PlanningRow[];
  shown: Period;
  askLate: AskLate;
  onAsked: (cells: readonly AskedCell[]) => void;
  dispatch: Dispatch;
}) {
  const { dialog, wishes, view, anchor } = state;
  const common = { context, wishes, dispatch };
  switch (dialog?.kind) {
    case "periodicity":
      return <PeriodicityDialog {...common} {...{ prices }} rhythm={dialog.rhythm} />;
    case "copyWeek":
      return <CopyWeekDialog {...common} anchor={anchor} />;
    case "sibling":
      return <SiblingDialog {...common} shown={shown} shownTitle={spanTitle(view, shown)} />;
    case "weekday":
      return <WeekdayDialog {...common} rows={rows} rowId={dialog.rowId} />;
    case "late":
      return (
        <LateDialog
          {...{ context, prices, rows, dispatch }}
          ask={askLate}
          onAsked={onAsked}
          cell={dialog.cell}
        />
      );
    case undefined:
      return null;
  }
}
