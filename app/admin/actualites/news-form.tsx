"use client";

import { MarkdownHelp } from "@/components/portal/text/markdown-help";
import { Card } from "@/components/ui/card";
import { newsAudiences } from "@/lib/domain/news";
import {
  SettingArea,
  SettingRadios,
  SettingSelect,
  SettingText,
  type SettingOption,
} from "../reglages/setting-fields";
import { SettingForm, type SettingFormProps } from "../reglages/setting-form";
import { useSettingForm } from "../reglages/use-setting-form";
import { saveTownNews } from "./actions";
import { audienceLabel } from "./words";

const fieldOf = { "choice-gone": "audience" };

export function NewsForm({
  activities,
  establishments,
  ...its
}: SettingFormProps & {
  activities: readonly SettingOption[];
  establishments: readonly SettingOption[];
}) {
  const form = useSettingForm(saveTownNews, its.initial, fieldOf);
  return (
    <SettingForm form={form} its={its} back="/admin/actualites" addLabel="Ajouter cette actualité">
      <Card title="Ce qui est annoncé" titleId="texte">
        <div className="grid max-w-2xl gap-5">
          <SettingText of={form} name="title" label="Titre" maxLength={80} />
          <SettingArea of={form} name="text" label="Texte" rows={10} />
          <MarkdownHelp />
        </div>
      </Card>
      <Card title="Quand" titleId="quand">
        <div className="grid max-w-2xl gap-5">
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
            hint="Ce jour-là encore, l’actualité est affichée. Pour la retirer, donnez un jour passé."
            className="max-w-56"
          />
        </div>
      </Card>
      <Card title="Pour qui" titleId="lecteurs">
        <div className="grid max-w-2xl gap-5">
          <SettingRadios
            of={form}
            name="audience"
            legend="Qui la lit"
            options={newsAudiences.map((value) => ({ value, label: audienceLabel[value] }))}
          />
          <SettingSelect
            of={form}
            name="activityId"
            label="Activité"
            hint={
              "Pour les familles d’une activité\u00a0: celles dont un enfant y est inscrit, ou le sera."
            }
            options={activities}
            none="Choisir une activité"
            optional
          />
          <SettingSelect
            of={form}
            name="establishmentId"
            label="Établissement"
            hint={
              "Pour les familles d’un établissement\u00a0: celles dont un enfant y est accueilli, ou le sera."
            }
            options={establishments}
            none="Choisir un établissement"
            optional
          />
        </div>
      </Card>
    </SettingForm>
  );
}
