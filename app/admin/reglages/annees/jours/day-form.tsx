"use client";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DateField, TextField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import type { ClosedReservations } from "@/lib/domain/closed-by-calendar";
import type { Day } from "@/lib/domain/day";
import { useSentForm } from "@/app/use-sent-form";
import { addDay } from "../actions";
import { ClosedDaysEffects } from "../closed-days-effects";

const fieldOf = {
  "town-day-past": "day",
  "town-day-no-group": "day",
  "town-day-taken": "day",
  "town-day-activities": "activities",
  "school-year-closes": "agreed",
};

/** A day on which everything closes, or some activities open beyond their rules. */
export function TownDayForm({
  activities,
  today,
  idempotencyKey,
}: {
  activities: readonly { id: number; label: string }[];
  today: Day;
  idempotencyKey: string;
}) {
  const form = useSentForm(addDay, fieldOf, "ajouter-jour");
  const refused = form.answer?.ok === false ? form.answer : null;
  const closes = (refused?.value as { closes: ClosedReservations } | undefined)?.closes;
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid max-w-2xl gap-5">
      <ErrorSummary errors={form.problems} title="Rien n’est enregistré" />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <DateField name="day" label="Jour" min={today} error={form.messageOf("day")} />
      <RadioGroup
        name="kind"
        legend="Ce jour-là"
        defaultValue="closed"
        options={[
          { value: "closed", label: "Tout est fermé", hint: "Toutes les activités de la commune." },
          {
            value: "open",
            label: "Jour de classe de plus",
            hint: "Les activités cochées ouvrent, même un mercredi ou un samedi.",
          },
        ]}
        error={form.messageOf("kind")}
      />
      <Fieldset
        name="activities"
        legend="Activités qui ouvrent un jour de classe de plus"
        error={form.messageOf("activities")}
      >
        {activities.map(({ id, label }) => (
          <Checkbox
            key={id}
            id={`activite-${id}`}
            name="activities[]"
            value={String(id)}
            label={label}
          />
        ))}
      </Fieldset>
      <TextField
        name="reason"
        label="Motif"
        hint={"Les familles le lisent, par exemple «\u00a0Pont de l’Ascension\u00a0»."}
        maxLength={80}
        autoComplete="off"
        error={form.messageOf("reason")}
      />
      {closes && <ClosedDaysEffects closes={closes} />}
      <div>
        <Button id="ajouter-jour" type="submit" icon="check" busy={form.pending} wide>
          Ajouter ce jour
        </Button>
      </div>
    </form>
  );
}
