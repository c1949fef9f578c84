"use client";

import { Card } from "@/components/ui/card";
import { SettingSelect, SettingText, type SettingOption } from "../setting-fields";
import { SettingForm } from "../setting-form";
import { useSettingForm } from "../use-setting-form";
import { addGroupDatedSeats } from "./actions";
import { ConfirmOverDays } from "./over-days-field";

const fieldOf = {
  "seats-contradicted": "confirmed",
  "seats-outside-group": "firstDay",
  "seats-days-taken": "firstDay",
  "choice-gone": "unitId",
};

/** Another number of places of a unit, on some days. */
export function DatedSeatsForm({
  groupId,
  units,
  dates,
  idempotencyKey,
}: {
  groupId: number;
  units: readonly SettingOption[];
  /** The group's, in words. */
  dates: string;
  idempotencyKey: string;
}) {
  const initial = { unitId: units[0]?.value ?? "" };
  const form = useSettingForm(addGroupDatedSeats, initial, fieldOf);
  return (
    <SettingForm
      form={form}
      its={{ line: null, initial, facts: [], idempotencyKey }}
      back={`/admin/reglages/groupes/${groupId}`}
      addLabel="Enregistrer ces places"
    >
      <input type="hidden" name="groupId" value={groupId} />
      <Card title="Les places sur ces dates" titleId="places-datees">
        <div className="grid max-w-2xl gap-5">
          <SettingSelect of={form} name="unitId" label="Unité" options={units} />
          <SettingText
            of={form}
            name="firstDay"
            type="date"
            label="Premier jour"
            hint={`Dans les dates du groupe, ${dates}.`}
            className="max-w-56"
          />
          <SettingText
            of={form}
            name="lastDay"
            type="date"
            label="Dernier jour"
            className="max-w-56"
          />
          <SettingText
            of={form}
            name="seats"
            label="Nombre de places"
            hint="À la place du nombre habituel, ou seule limite de ces jours."
            inputMode="numeric"
            maxLength={12}
            className="max-w-40"
          />
        </div>
      </Card>
      <ConfirmOverDays answer={form.answer} />
    </SettingForm>
  );
}
