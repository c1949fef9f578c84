import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import css from "./cell.module.css";
import { countChanges } from "./words";

/** Always in sight: how much has changed, whether it is saved, undo, and the way on. */
export function UndoBar({
  changes,
  lastGesture,
  costLine,
  saveLine,
  alarm,
  said,
  nextUrl,
  busy,
  onUndo,
  onNext,
}: {
  changes: number;
  /** What « Défaire » would undo; null when there is nothing. */
  lastGesture: string | null;
  /** What the year to come costs with these changes; null in a town without tariffs. */
  costLine: string | null;
  saveLine: string;
  alarm: boolean;
  /** The live region of what has just been done. */
  said: ReactNode;
  nextUrl: string;
  busy: boolean;
  onUndo: () => void;
  onNext: () => void;
}) {
  return (
    <div
      role="region"
      aria-label="Vos modifications"
      className={`${css.bar} no-print border-line bg-card shadow-raised -mx-[min(1.25rem,5vw)] mt-6 border-t px-[min(1.25rem,5vw)] py-2 sm:mx-0 sm:rounded-t-xl sm:border-x`}
    >
      <div className="[&_[role=status]>div]:mb-2">{said}</div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <p className="min-w-0 leading-tight">
          <strong>{countChanges(changes)}</strong>
          {costLine === null ? null : (
            <span role="status" className="block tabular-nums">
              {costLine}
            </span>
          )}
          <span
            role="status"
            className={`block text-sm ${alarm ? "text-danger-ink font-semibold" : "text-muted"}`}
          >
            {saveLine}
          </span>
        </p>
        <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:justify-between">
          <Button
            variant="secondary"
            icon="undo"
            disabled={lastGesture === null}
            onClick={onUndo}
            aria-label={lastGesture === null ? "Défaire" : `Défaire\u00a0: ${lastGesture}`}
          >
            Défaire
          </Button>
          <a
            href={nextUrl}
            aria-disabled={busy || undefined}
            className={buttonClass({ variant: "primary" }, "max-sm:px-3")}
            onClick={(event) => {
              event.preventDefault();
              if (!busy) onNext();
            }}
          >
            Aller à l’étape 3
            <Icon name="arrow-right" className="size-[1.25em] max-[22rem]:hidden" />
          </a>
        </div>
      </div>
    </div>
  );
}
