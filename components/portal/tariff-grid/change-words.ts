import { cents, formatCents } from "@/lib/domain/money";
import type { CellChange, FigureChange } from "@/lib/domain/tariff/differences";
import { formatRate } from "@/lib/domain/tariff/rule";

/** A figure as it is printed: an amount, or a rate. */
export function figureInWords({ measure }: FigureChange, value: number): string {
  return measure === "amount" ? formatCents(cents(value)) : formatRate(value);
}

/** "Prix fixe : 2,08 €, puis 2,15 €", a line a figure. */
export function changeInWords({ figures, words }: Pick<CellChange, "figures" | "words">): string[] {
  if (words) return [`${words.before}, puis ${words.after}`];
  return figures.map(
    (figure) =>
      `${figure.label}\u00a0: ${figureInWords(figure, figure.before)}, puis ${figureInWords(figure, figure.after)}`,
  );
}
