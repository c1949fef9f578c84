"use client";

import { Card } from "@/components/ui/card";
import { SettingText, SettingTicks, type SettingOption } from "../setting-fields";
import { SettingForm, type SettingFormProps } from "../setting-form";
import { useSettingForm } from "../use-setting-form";
import { saveGroupOpening } from "./actions";
import { kindChoices, weekdayChoices } from "./choices";

const fieldOf = { "opening-outside-group": "firstDay", "choice-gone": "units" };

/** On which days units of a group open. */
export function OpeningForm({
  groupId,
  units,
  dates,
  ...its
}: SettingFormProps & {
  groupId: number;
  /** To choose from; of an opening that is changed, its own. */
  units: readonly SettingOption[];
  /** The group's, in words. */
  dates: string;
}) {
  const form = useSettingForm(saveGroupOpening, its.initial, fieldOf);
  return (
    <SettingForm
      form={form}
      its={its}
      back={`/admin/reglages/groupes/${groupId}`}
      addLabel="Ajouter cette ouverture"
    >
      <input type="hidden" name="groupId" value={groupId} />
      <Card title="L’ouverture" titleId="ouverture">
        <div className="grid max-w-2xl gap-5">
          {its.line ? (
            units.map(({ value }) => (
              <input key={value} type="hidden" name="units[]" value={value} />
            ))
          ) : (
            <SettingTicks of={form} name="units" legend="Unités ouvertes" options={units} />
          )}
          <SettingTicks
            of={form}
            name="weekdays"
            legend="Jours de la semaine"
            options={weekdayChoices}
          />
          <SettingTicks
            of={form}
            name="dayKinds"
            legend="Sortes de jours"
            hint="D’après le calendrier scolaire de la commune."
            options={kindChoices}
          />
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
        </div>
      </Card>
    </SettingForm>
  );
}
