"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import type { BookingContext } from "@/lib/domain/booking/context";
import { copyToSibling } from "@/lib/domain/booking/copy";
import type { Wishes } from "@/lib/domain/booking/wishes";
import type { Period } from "@/lib/domain/day";
import type { Dispatch } from "../cell-box";
import { PlanningDialog } from "../planning-dialog";
import { siblingPairs } from "../rows";
import { changedBetween } from "../state";
import { wholePeriod } from "../span";
import { countChanges } from "../words";

/** « Faire pareil pour un frère ou une sœur »: the same days, for the activities that both have. */
export function SiblingDialog({
  context,
  wishes,
  shown,
  shownTitle,
  dispatch,
}: {
  context: BookingContext;
  wishes: Wishes;
  shown: Period;
  shownTitle: string;
  dispatch: Dispatch;
}) {
  const pairs = siblingPairs(context);
  const [pair, setPair] = useState("0");
  const [span, setSpan] = useState("whole");
  const close = () => dispatch({ type: "close" });

  function apply() {
    const chosen = pairs[Number(pair)];
    if (!chosen) return;
    const period = span === "whole" ? wholePeriod(context) : shown;
    const next = copyToSibling(context, wishes, chosen.from.id, chosen.to.id, period);
    dispatch({
      type: "apply",
      wishes: next,
      label: `${chosen.to.firstName} comme ${chosen.from.firstName}`,
      said: `${chosen.to.firstName} a les mêmes jours que ${chosen.from.firstName}. ${countChanges(changedBetween(wishes, next))}.`,
    });
  }

  return (
    <PlanningDialog
      title="Faire pareil pour un frère ou une sœur"
      onClose={close}
      actions={
        <>
          <Button variant="quiet" onClick={close}>
            Annuler
          </Button>
          <Button onClick={apply}>Appliquer</Button>
        </>
      }
    >
      <div className="grid gap-4">
        <RadioGroup
          name="fratrie"
          legend={`Pour qui\u00a0?`}
          value={pair}
          onChange={(event) => setPair(event.target.value)}
          options={pairs.map(({ from, to }, index) => ({
            value: String(index),
            label: `${to.firstName} comme ${from.firstName}`,
          }))}
        />
        <RadioGroup
          name="fratrie-periode"
          legend={`Sur quelle période\u00a0?`}
          value={span}
          onChange={(event) => setSpan(event.target.value)}
          options={[
            { value: "whole", label: "Toute la période" },
            { value: "shown", label: shownTitle },
          ]}
        />
        <p className="text-muted">
          Seules les activités que les deux enfants ont en commun sont copiées.
        </p>
      </div>
    </PlanningDialog>
  );
}
