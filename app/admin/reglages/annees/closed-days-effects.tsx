import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import type { ClosedReservations } from "@/lib/domain/closed-by-calendar";
import { closedInWords } from "./words";

/** What reserved days a change closes, and the box without which it is not saved. */
export function ClosedDaysEffects({ closes }: { closes: ClosedReservations }) {
  return (
    <Callout tone="warning" title="Des jours déjà réservés se ferment">
      <p>
        {`Ce changement ferme ${closedInWords(closes)}. Les réservations restent au dossier\u00a0: prévenez les familles, puis retirez-les depuis leur dossier.`}
      </p>
      <Checkbox
        // Another count asks anew.
        key={`${closes.children}/${closes.days}`}
        id="agreed"
        name="agreed"
        value={`${closes.children}/${closes.days}`}
        label={`Fermer ${closedInWords(closes)}`}
      />
    </Callout>
  );
}
