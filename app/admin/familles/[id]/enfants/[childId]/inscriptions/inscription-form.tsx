"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DateField, SelectField } from "@/components/ui/field";
import { maxDay, type Day } from "@/lib/domain/day";
import { formatPeriod } from "@/lib/domain/day-words";
import { grouped } from "@/lib/domain/grouped";
import type { OpenGroup } from "@/lib/services/family-admin/open-groups";
import { useSentForm } from "@/app/use-sent-form";
import { inscribeChild } from "../../actions";

const fieldOf = {
  "inscription-dates": "to",
  "inscription-before-group": "from",
  "inscription-after-group": "to",
  "inscription-overlaps": "from",
};

/** One more inscription: a group, and its days from today to the group's last unless one says otherwise. */
export function InscriptionForm({
  familyId,
  childId,
  groups,
  today,
  idempotencyKey,
}: {
  familyId: number;
  childId: number;
  groups: readonly OpenGroup[];
  today: Day;
  idempotencyKey: string;
}) {
  const form = useSentForm(inscribeChild, fieldOf, "inscrire-enfant");
  const [days, setDays] = useState({ from: "", to: "" });
  const [hint, setHint] = useState("");

  function choose(id: string) {
    const group = groups.find((one) => String(one.id) === id);
    setHint(group ? `Le groupe accueille ${formatPeriod(group)}.` : "");
    if (group) setDays({ from: maxDay(group.from, today), to: group.to });
  }

  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-5">
      <ErrorSummary errors={form.problems} title="Rien n’est enregistré" />
      <input type="hidden" name="familyId" value={familyId} />
      <input type="hidden" name="childId" value={childId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <SelectField
        name="groupId"
        label="Groupe"
        hint={hint}
        defaultValue=""
        onChange={(event) => choose(event.target.value)}
        error={form.messageOf("groupId")}
      >
        <option value="">Choisissez</option>
        {grouped(groups, ({ schoolYear, activity }) => `${schoolYear}, ${activity}`).map(
          ([title, its]) => (
            <optgroup key={title} label={title}>
              {its.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </optgroup>
          ),
        )}
      </SelectField>
      <div className="flex flex-wrap gap-5">
        <DateField
          name="from"
          label="Premier jour"
          value={days.from}
          onChange={(event) => setDays({ ...days, from: event.target.value })}
          error={form.messageOf("from")}
        />
        <DateField
          name="to"
          label="Dernier jour"
          value={days.to}
          onChange={(event) => setDays({ ...days, to: event.target.value })}
          error={form.messageOf("to")}
        />
      </div>
      <div>
        <Button id="inscrire-enfant" type="submit" icon="check" busy={form.pending} wide>
          Inscrire
        </Button>
      </div>
    </form>
  );
}
