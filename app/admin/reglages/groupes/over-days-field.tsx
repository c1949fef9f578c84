import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import type { ActionResult } from "@/lib/action";
import { capital, formatDay, plural } from "@/lib/domain/day-words";
import type { ShownOverDays } from "@/lib/services/settings/save-seats";

/** Up to so many days are named. */
const NAMED = 40;

/** The days that hold more children than a refused change leaves places, and the box that confirms these. */
export function ConfirmOverDays({ answer }: { answer: ActionResult<unknown> | null }) {
  if (answer?.ok !== false || !isOver(answer.value)) return null;
  const { overDays, stamp } = answer.value;
  return (
    <Callout
      tone="warning"
      title={`Plus d’enfants ont déjà leur place, ${plural(overDays.length, "jour", "jours")}`}
    >
      <ul className="list-disc pl-5">
        {overDays.slice(0, NAMED).map(({ day, held, seats }) => (
          <li key={day}>
            {`${capital(formatDay(day, "long"))}\u00a0: ${plural(held, "enfant", "enfants")} pour ${plural(seats, "place", "places")}`}
          </li>
        ))}
        {overDays.length > NAMED && (
          <li>{plural(overDays.length - NAMED, "autre jour", "autres jours")}</li>
        )}
      </ul>
      <p>
        Aucune réservation n’est annulée. Ces jours restent complets jusqu’à ce que des familles
        rendent des places.
      </p>
      <Checkbox
        key={stamp}
        id="confirmed"
        name="confirmed"
        value={stamp}
        label="J’ai compris, enregistrer quand même"
      />
    </Callout>
  );
}

function isOver(value: unknown): value is ShownOverDays {
  return typeof value === "object" && value !== null && "overDays" in value;
}
