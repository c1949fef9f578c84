import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import type { ActionResult } from "@/lib/action";
import { formatPeriod, plural } from "@/lib/domain/day-words";
import type { ShownContradiction } from "@/lib/services/settings/schedule";

/** What a refused change takes from families, and the box that confirms exactly these reservations. */
export function ConfirmContradiction({ answer }: { answer: ActionResult<unknown> | null }) {
  if (answer?.ok !== false || !isContradiction(answer.value)) return null;
  const { children, days, period, stamp } = answer.value;
  const whose = plural(children, "enfant a", "enfants ont");
  const which = plural(days, "jour réservé", "jours réservés");
  return (
    <Callout tone="warning" title="Des familles ont réservé des jours que ce changement ferme">
      <p>{`${whose} ${which}, ${formatPeriod(period)}.`}</p>
      <p>
        Ces réservations ne sont pas annulées par ce changement. Elles restent dans le calendrier
        des familles et dans les effectifs, jusqu’à ce qu’une famille ou un agent les annule.
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

function isContradiction(value: unknown): value is ShownContradiction {
  return typeof value === "object" && value !== null && "stamp" in value && "children" in value;
}
