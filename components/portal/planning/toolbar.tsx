import { FoldingMenu } from "@/components/portal/chrome/folding-menu";
import { Button, type ButtonProps } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import type { BookingContext } from "@/lib/domain/booking/context";
import { tickAll, type Wishes } from "@/lib/domain/booking/wishes";
import { mondayOf, parseDay, type Day, type Period } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";
import type { Rhythm } from "@/lib/domain/rhythm";
import { overlap } from "@/lib/domain/unit";
import type { Dispatch } from "./cell-box";
import { inscriptionIds, siblingPairs } from "./rows";
import { changedBetween } from "./state";
import { clampDay, type View } from "./span";

/** The gestures over many cells. */
export function Toolbar({
  context,
  wishes,
  rhythm,
  view,
  anchor,
  shown,
  whole,
  dispatch,
}: {
  context: BookingContext;
  wishes: Wishes;
  rhythm: Rhythm | null;
  view: View;
  anchor: Day;
  shown: Period;
  whole: Period;
  dispatch: Dispatch;
}) {
  const where = { week: "la semaine", month: "le mois", year: "toute l’année" }[view];

  function tick(want: boolean) {
    const next = tickAll(context, wishes, inscriptionIds(context), shown, want);
    const n = changedBetween(wishes, next);
    const gesture = want ? "Tout cocher" : "Tout décocher";
    const wide = want && widestUnits(context);
    dispatch({
      type: "apply",
      wishes: next,
      label: `${gesture}, ${where}`,
      said:
        n === 0
          ? `${gesture}, ${where}\u00a0: rien à changer, ou ces jours ne changent plus.`
          : `${gesture}, ${where}\u00a0: ${plural(n, "case modifiée", "cases modifiées")}.${wide ? ` ${wide}` : ""}`,
    });
  }

  return (
    <div className="no-print flex gap-2">
      <Button
        icon={rhythm ? "clock" : "repeat"}
        variant={rhythm ? "primary" : "secondary"}
        className="max-md:flex-1"
        aria-haspopup="dialog"
        onClick={() => dispatch({ type: "open", dialog: { kind: "periodicity", rhythm } })}
      >
        {rhythm ? "Reprendre mon rythme" : "Appliquer une périodicité"}
      </Button>
      <FoldingMenu
        className="group/quick relative shrink-0"
        summaryClass={buttonClass({ variant: "secondary" }, "cursor-pointer list-none")}
        summary={
          <>
            <Icon name="menu" />
            <span className="max-md:sr-only">Actions rapides</span>
          </>
        }
      >
        <div className="forced-border border-line bg-card shadow-raised absolute right-0 z-10 mt-1 grid w-80 max-w-[calc(100vw-2.5rem)] gap-1 rounded-xl border p-2">
          {rhythm ? (
            <Quick
              icon="repeat"
              aria-haspopup="dialog"
              onClick={() =>
                dispatch({ type: "open", dialog: { kind: "periodicity", rhythm: null } })
              }
            >
              Appliquer une périodicité
            </Quick>
          ) : null}
          <Quick icon="check" onClick={() => tick(true)}>
            {`Tout cocher, ${where}`}
          </Quick>
          <Quick icon="cross" onClick={() => tick(false)}>
            {`Tout décocher, ${where}`}
          </Quick>
          <Quick
            icon="calendar"
            aria-haspopup="dialog"
            onClick={() => dispatch({ type: "open", dialog: { kind: "weekday", rowId: null } })}
          >
            Un même jour chaque semaine
          </Quick>
          <Quick
            icon="copy"
            aria-haspopup="dialog"
            onClick={() => dispatch({ type: "open", dialog: { kind: "copyWeek" } })}
          >
            {`Copier la semaine du ${formatDay(mondayOf(anchor), "dayMonth")}`}
          </Quick>
          {siblingPairs(context).length > 0 ? (
            <Quick
              icon="family"
              aria-haspopup="dialog"
              onClick={() => dispatch({ type: "open", dialog: { kind: "sibling" } })}
            >
              Faire pareil pour un frère ou une sœur
            </Quick>
          ) : null}
          <label className="px-4 pt-1 pb-2 font-semibold">
            <span className="block text-sm">Aller à une date</span>
            <input
              type="date"
              className="control"
              min={whole.from}
              max={whole.to}
              value={anchor}
              onChange={(event) => {
                const day = parseDay(event.target.value);
                if (day) dispatch({ type: "look", anchor: clampDay(day, whole) });
              }}
            />
          </label>
        </div>
      </FoldingMenu>
    </div>
  );
}

/** One line of the menu, which folds when it has been pressed. */
function Quick({ onClick, ...button }: ButtonProps) {
  return (
    <Button
      {...button}
      variant="quiet"
      className="justify-start! text-left"
      onClick={(event) => {
        event.currentTarget.closest("details")?.removeAttribute("open");
        onClick?.(event);
      }}
    />
  );
}

/** "« Tout cocher » prend Journée quand elle est proposée." where units of one activity exclude each other. */
function widestUnits(context: BookingContext): string | null {
  const wide = context.inscriptions.flatMap(({ units }) =>
    units.filter((unit) =>
      units.some(
        (other) => other.covers.length < unit.covers.length && overlap(unit.covers, other.covers),
      ),
    ),
  );
  const [first] = wide;
  return first ? `${first.label} est prise quand elle est proposée.` : null;
}
