"use client";

import { Card } from "@/components/ui/card";
import { SettingSelect, SettingText, type SettingOption } from "../setting-fields";
import { SettingForm, type SettingFormProps } from "../setting-form";
import { useSettingForm } from "../use-setting-form";
import { saveTownGroup } from "./actions";

const fieldOf = {
  "establishment-archived": "establishmentId",
  "choice-gone": "activityId",
  "group-code-taken": "code",
  "group-outside-year": "firstDay",
};

/** A group: of what and where it is, is settled once it is there. */
export function GroupForm({
  activities,
  establishments,
  ...its
}: SettingFormProps & {
  activities: readonly SettingOption[];
  establishments: readonly SettingOption[];
}) {
  const form = useSettingForm(saveTownGroup, its.initial, fieldOf);
  return (
    <SettingForm form={form} its={its} back="/admin/reglages/groupes" addLabel="Ajouter ce groupe">
      <input type="hidden" name="schoolYearId" value={form.text("schoolYearId")} />
      <Card title="Le groupe" titleId="groupe">
        <div className="grid max-w-2xl gap-5">
          {its.line ? (
            <>
              <input type="hidden" name="activityId" value={form.text("activityId")} />
              <input type="hidden" name="establishmentId" value={form.text("establishmentId")} />
            </>
          ) : (
            <>
              <SettingSelect
                of={form}
                name="activityId"
                label="Activité"
                none="Choisissez"
                options={activities}
              />
              <SettingSelect
                of={form}
                name="establishmentId"
                label="Établissement"
                none="Choisissez"
                options={establishments}
              />
            </>
          )}
          <SettingText
            of={form}
            name="label"
            label="Nom pour les familles"
            hint={"S’il y a plusieurs groupes au même endroit, par exemple «\u00a0Petits\u00a0»."}
            optional
            maxLength={80}
          />
          <SettingText
            of={form}
            name="code"
            label="Code du service"
            hint="Les familles ne le voient jamais. Sans code, le portail en donne un."
            optional
            maxLength={40}
          />
          <SettingText
            of={form}
            name="firstDay"
            type="date"
            label="Premier jour"
            className="max-w-56"
          />
          <SettingText
            of={form}
            name="lastDay"
            type="date"
            label="Dernier jour"
            hint={
              its.line
                ? "Les ouvertures qui durent autant que le groupe suivent ses dates, les autres s’y limitent."
                : undefined
            }
            className="max-w-56"
          />
        </div>
      </Card>
    </SettingForm>
  );
}
