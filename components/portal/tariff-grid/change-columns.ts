import type { CellChange, FigureChange } from "@/lib/domain/tariff/differences";

/** A column of the table of changes: one figure of the rules. */
export interface ChangeColumn {
  readonly label: string;
  /** Where it stands. */
  readonly order: number;
}

/** Brackets where there are some, else the figures of a rate, else the fixed price: other rows speak in words. */
export function changeColumns(changes: readonly CellChange[]): ChangeColumn[] {
  const figures = changes.flatMap((change) => change.figures);
  const brackets = figures.filter(({ figure }) => figure.kind === "bracket");
  const rates = figures.filter(({ figure }) => figure.kind !== "fixed");
  const shown = [brackets, rates, figures].find((some) => some.length > 0) ?? [];
  const columns = new Map(shown.map((figure) => [figure.label, columnOf(figure)]));
  return columns.size === 0
    ? [{ label: "Règle", order: 0 }]
    : [...columns.values()].sort((a, b) => a.order - b.order);
}

const orders = { fixed: 0, rate: 1, floor: 2, ceiling: 3 };

function columnOf({ figure, label }: FigureChange): ChangeColumn {
  const order = figure.kind === "bracket" ? figure.from : orders[figure.kind];
  return { label, order };
}

export function figureIn(change: CellChange, { label }: ChangeColumn): FigureChange | undefined {
  return change.figures.find((figure) => figure.label === label);
}
