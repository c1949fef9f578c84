import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Disclosure } from "@/components/ui/disclosure";
import type { BookingContext } from "@/lib/domain/booking/context";
import type { ImpossibleChange } from "@/lib/domain/booking/plan";
import { formatDay, formatMoment, plural } from "@/lib/domain/day-words";
import { changeRefusalSentence } from "./change-refusal-sentence";

/** What the draft asks and cannot be: each with its reason. Shown, never sent, never silently dropped. */
export function ImpossibleChanges({
  context,
  impossible,
  back,
}: {
  context: BookingContext;
  impossible: readonly ImpossibleChange[];
  back: Route;
}) {
  if (impossible.length === 0) return null;
  return (
    <Callout
      tone="warning"
      title={`${plural(impossible.length, "choix ne peut pas", "choix ne peuvent pas")} être envoyé${impossible.length > 1 ? "s" : ""}`}
      actions={
        <ButtonLink href={back} variant="secondary">
          Revoir mon calendrier
        </ButtonLink>
      }
    >
      <Disclosure summary="Voir lesquels et pourquoi" open={impossible.length <= 5}>
        <ul className="grid gap-2">
          {impossible.map((change) => (
            <li key={`${change.cell.inscriptionId}-${change.cell.unitId}-${change.cell.day}`}>
              <strong>{nameOf(context, change)}</strong>
              {`\u00a0: ${changeRefusalSentence[change.why]}`}
              {change.detail && ` (${change.detail})`}
              {change.since && ` Le délai s’est terminé le ${formatMoment(change.since)}.`}
            </li>
          ))}
        </ul>
      </Disclosure>
    </Callout>
  );
}

function nameOf(context: BookingContext, { cell, change }: ImpossibleChange): string {
  const inscription = context.inscriptions.find(({ id }) => id === cell.inscriptionId);
  const child = context.children.find(({ id }) => id === inscription?.childId);
  const unit = inscription?.units.find(({ id }) => id === cell.unitId);
  const what = [unit?.label, child?.firstName, formatDay(cell.day, "long")]
    .filter(Boolean)
    .join(", ");
  return `${change === "add" ? "Ajout" : "Retrait"} – ${what}`;
}
