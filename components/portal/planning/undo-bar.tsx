import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import css from "./table.module.css";
import { countChanges } from "./words";

/** Always in sight: how much has changed, whether it is saved, undo, the next week, and the way on. */
export function UndoBar({
  changes,
  lastGesture,
  costLine,
  saveLine,
  alarm,
  said,
  turns,
  nextUrl,
  busy,
  onUndo,
  onNext,
}: {
  changes: number;
  /** What « Défaire » would undo; null when there is nothing. */
  lastGesture: string | null;
  /** What is shown and the year to come cost, where it does not stand at the top; null in a town without tariffs. */
  costLine: string | null;
  saveLine: string;
  alarm: boolean;
  /** The live region of what has just been done. */
  said: ReactNode;
  /** Previous and next week, under the thumb. */
  turns: ReactNode;
  nextUrl: string;
  busy: boolean;
  onUndo: () => void;
  onNext: () => void;
}) {
  return (
    <div
      role="region"
      aria-label="Vos modifications"
      className={`${css.bar} no-print border-line bg-card shadow-raised -mx-[min(1.25rem,5vw)] mt-4 border-t px-[min(1.25rem,5vw)] py-1.5 sm:mx-0 sm:rounded-t-xl sm:border-x`}
    >
      <div className="[&_[role=status]>div]:mb-2">{said}</div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <p className="flex min-w-0 flex-wrap gap-x-3 text-sm leading-snug md:block md:text-base">
          <strong>{countChanges(changes)}</strong>
          <span className={alarm ? "text-danger-ink font-semibold" : "text-muted md:ml-3"}>
            {saveLine}
          </span>
          {costLine === null ? null : (
            <span className="block tabular-nums max-md:hidden">{costLine}</span>
          )}
        </p>
        <div className="flex flex-wrap gap-2 max-md:w-full">
          <Button
            variant="secondary"
            icon="undo"
            className="max-md:w-12 max-md:px-0"
            aria-disabled={lastGesture === null || undefined}
            onClick={() => lastGesture !== null && onUndo()}
            aria-label={lastGesture === null ? "Défaire" : `Défaire\u00a0: ${lastGesture}`}
          >
            <span className="max-md:hidden">Défaire</span>
          </Button>
          {turns}
          <a
            href={nextUrl}
            aria-disabled={busy || undefined}
            className={buttonClass({ variant: "primary" }, "flex-1 max-sm:px-2")}
            onClick={(event) => {
              event.preventDefault();
              if (!busy) onNext();
            }}
          >
            Aller à l’étape 3
            <Icon name="arrow-right" className="size-[1.25em] max-sm:hidden" />
          </a>
        </div>
      </div>
    </div>
  );
}
