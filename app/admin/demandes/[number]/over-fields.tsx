import { useState } from "react";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { TextAreaField } from "@/components/ui/field";
import { plural } from "@/lib/domain/day-words";

export const OVER = "over";
export const OVER_REASON = "overReason";

/** What an agent says to accept dates that have no place left; nothing where none is ticked. */
export function OverFields({
  dates,
  typed,
  errors,
}: {
  /** How many of the ticked dates go over the capacity. */
  dates: number;
  /** What was sent before a refusal. */
  typed: { readonly over: boolean; readonly overReason: string };
  errors: { readonly over: string | undefined; readonly reason: string | undefined };
}) {
  const [reason, setReason] = useState(typed.overReason);
  if (dates === 0 && !errors.over) return null;
  return (
    <Callout
      tone="warning"
      title={`${plural(dates, "date acceptée dépasserait", "dates acceptées dépasseraient")} la capacité`}
    >
      <Checkbox
        id={OVER}
        name={OVER}
        value="1"
        label="J’accepte ces dates au-delà de la capacité"
        defaultChecked={typed.over}
        aria-invalid={errors.over ? true : undefined}
        aria-describedby={errors.over ? `${OVER}-faute` : undefined}
      />
      {errors.over && (
        <p id={`${OVER}-faute`} className="text-danger-ink font-semibold">
          {errors.over}
        </p>
      )}
      <TextAreaField
        name={OVER_REASON}
        label="Raison du dépassement"
        hint="3 à 500 caractères. Vos collègues la lisent dans les notes internes, la famille ne la lit pas."
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={errors.reason}
      />
    </Callout>
  );
}
