"use client";

import { Card } from "@/components/ui/card";
import { SettingRadios, SettingSelect, SettingText, type SettingOption } from "../setting-fields";
import { SettingForm } from "../setting-form";
import { useSettingForm } from "../use-setting-form";
import { addGroupException } from "./actions";

const fieldOf = {
  "exception-outside-group": "day",
  "exception-day-taken": "day",
  "choice-gone": "unitId",
};

const initial = { kind: "closed", unitId: "every" };

/** A day that closes, or opens, whatever the openings say. */
export function ExceptionForm({
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
  const form = useSettingForm(addGroupException, initial, fieldOf);
  return (
    <SettingForm
      form={form}
      its={{ line: null, initial, facts: [], idempotencyKey }}
      back={`/admin/reglages/groupes/${groupId}`}
      addLabel="Enregistrer ce jour"
    >
      <input type="hidden" name="groupId" value={groupId} />
      <Card title="Le jour" titleId="jour">
        <div className="grid max-w-2xl gap-5">
          <SettingText
            of={form}
            name="day"
            type="date"
            label="Jour"
            hint={`Dans les dates du groupe, ${dates}.`}
            className="max-w-56"
          />
          <SettingRadios
            of={form}
            name="kind"
            legend="Ce jour"
            options={[
              { value: "closed", label: "Fermé" },
              { value: "open", label: "Ouvert exceptionnellement" },
            ]}
          />
          <SettingSelect
            of={form}
            name="unitId"
            label="Unités"
            options={[{ value: "every", label: "Toutes les unités" }, ...units]}
          />
          <SettingText
            of={form}
            name="closureReason"
            label="Raison"
            hint={"Les familles la lisent dans leur calendrier, par exemple «\u00a0Grève\u00a0»."}
            maxLength={80}
          />
        </div>
      </Card>
    </SettingForm>
  );
}
