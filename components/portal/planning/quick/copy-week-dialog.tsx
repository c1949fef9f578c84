"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/field";
import type { BookingContext } from "@/lib/domain/booking/context";
import { copyWeek } from "@/lib/domain/booking/copy";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { addDays, mondayOf, parseDay, type Day } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";
import type { Dispatch } from "../cell-box";
import { PlanningDialog } from "../planning-dialog";
import { inscriptionIds } from "../rows";
import { wholePeriod } from "../span";

/** « Copier cette semaine »: makes the weeks of a period like the one on screen. */
export function CopyWeekDialog({
  context,
  wishes,
  anchor,
  dispatch,
}: {
  context: BookingContext;
  wishes: Wishes;
  anchor: Day;
  dispatch: Dispatch;
}) {
  const monday = mondayOf(anchor);
  const [from, setFrom] = useState<string>(addDays(monday, 7));
  const [to, setTo] = useState<string>(wholePeriod(context).to);
  const [errors, setErrors] = useState<{ from?: string; to?: string }>({});
  const close = () => dispatch({ type: "close" });

  function apply() {
    const first = parseDay(from);
    const last = parseDay(to);
    if (first === null || last === null || last < first) {
      setErrors({
        ...(first === null ? { from: "Cette date n’existe pas." } : {}),
        ...(last === null ? { to: "Cette date n’existe pas." } : {}),
        ...(first && last ? { to: "La date de fin est avant la date de début." } : {}),
      });
      return;
    }
    const weeks = { from: mondayOf(first), to: last };
    const copy = copyWeek(context, wishes, monday, weeks, inscriptionIds(context));
    dispatch({
      type: "apply",
      wishes: copy.wishes,
      label: "Semaine copiée",
      said: copiedSentence(copy),
    });
  }

  return (
    <PlanningDialog
      title="Copier cette semaine"
      onClose={close}
      actions={
        <>
          <Button variant="quiet" onClick={close}>
            Annuler
          </Button>
          <Button onClick={apply}>Copier la semaine</Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>
          {`Les semaines choisies auront les mêmes cases cochées et décochées que celle du ${formatDay(monday, "long")}. Les jours fermés et hors délai ne changent pas.`}
        </p>
        <DateField
          name="copie-debut"
          label="De la semaine du"
          value={from}
          error={errors.from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <DateField
          name="copie-fin"
          label="Jusqu’au"
          value={to}
          error={errors.to}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
    </PlanningDialog>
  );
}

function copiedSentence({ copied, impossible }: { copied: number; impossible: number }): string {
  const done =
    copied === 0
      ? "Rien à changer\u00a0: ces semaines sont déjà ainsi, ou ne changent plus."
      : `Semaine copiée\u00a0: ${plural(copied, "case modifiée", "cases modifiées")}.`;
  const left = plural(impossible, "case n’a pas pu changer", "cases n’ont pas pu changer");
  return impossible === 0 ? done : `${done} ${left}.`;
}
