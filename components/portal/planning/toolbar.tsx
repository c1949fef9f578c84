import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { BookingContext } from "@/lib/domain/booking/context";
import { tickAll, type Wishes } from "@/lib/domain/booking/wishes";
import { mondayOf, type Day, type Period } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";
import type { Rhythm } from "@/lib/domain/rhythm";
import { overlap } from "@/lib/domain/unit";
import type { Dispatch } from "./cell-box";
import { inscriptionIds, siblingPairs } from "./rows";
import { changedBetween } from "./state";
import type { View } from "./span";

/** The gestures over many cells. */
export function Toolbar({
  context,
  wishes,
  rhythm,
  view,
  anchor,
  shown,
  dispatch,
}: {
  context: BookingContext;
  wishes: Wishes;
  rhythm: Rhythm | null;
  view: View;
  anchor: Day;
  shown: Period;
  dispatch: Dispatch;
}) {
  const where = { week: "la semaine", month: "le mois", period: "toute la période" }[view];

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
    <div className="no-print grid gap-2">
      <div className="flex flex-wrap gap-2">
        {rhythm ? (
          <Button
            icon="clock"
            wide
            aria-haspopup="dialog"
            onClick={() => dispatch({ type: "open", dialog: { kind: "periodicity", rhythm } })}
          >
            Reprendre mon rythme
          </Button>
        ) : null}
        <Button
          variant={rhythm ? "secondary" : "primary"}
          icon="repeat"
          wide
          aria-haspopup="dialog"
          onClick={() => dispatch({ type: "open", dialog: { kind: "periodicity", rhythm: null } })}
        >
          Appliquer une périodicité
        </Button>
        <Button variant="secondary" className="max-sm:flex-1" onClick={() => tick(true)}>
          Tout cocher
          <span className="sr-only">, {where}</span>
        </Button>
        <Button variant="secondary" className="max-sm:flex-1" onClick={() => tick(false)}>
          Tout décocher
          <span className="sr-only">, {where}</span>
        </Button>
      </div>
      <details className="group/quick">
        <summary className="min-h-target text-brand inline-flex cursor-pointer items-center gap-2 rounded-lg pr-2 font-semibold">
          <Icon
            name="chevron-right"
            className="size-[1.1em] transition-transform group-open/quick:rotate-90"
          />
          Autres actions rapides
        </summary>
        <div className="flex flex-wrap gap-2 pt-1">
          <Button
            variant="secondary"
            icon="calendar"
            aria-haspopup="dialog"
            onClick={() => dispatch({ type: "open", dialog: { kind: "weekday", rowId: null } })}
          >
            Un même jour chaque semaine
          </Button>
          <Button
            variant="secondary"
            icon="copy"
            aria-haspopup="dialog"
            onClick={() => dispatch({ type: "open", dialog: { kind: "copyWeek" } })}
          >
            {`Copier la semaine du ${formatDay(mondayOf(anchor), "dayMonth")}`}
          </Button>
          {siblingPairs(context).length > 0 ? (
            <Button
              variant="secondary"
              icon="family"
              aria-haspopup="dialog"
              onClick={() => dispatch({ type: "open", dialog: { kind: "sibling" } })}
            >
              Faire pareil pour un frère ou une sœur
            </Button>
          ) : null}
        </div>
      </details>
    </div>
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
