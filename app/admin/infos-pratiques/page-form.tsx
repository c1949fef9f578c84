"use client";

import { MarkdownHelp } from "@/components/portal/text/markdown-help";
import { Card } from "@/components/ui/card";
import { SettingArea, SettingText, SettingTick } from "../reglages/setting-fields";
import { SettingForm, type SettingFormProps } from "../reglages/setting-form";
import { useSettingForm } from "../reglages/use-setting-form";
import { saveInfoPage } from "./actions";

const fieldOf = { "setting-label-taken": "title" };

export function InfoPageForm(its: SettingFormProps) {
  const form = useSettingForm(saveInfoPage, its.initial, fieldOf);
  return (
    <SettingForm form={form} its={its} back="/admin/infos-pratiques" addLabel="Ajouter cette page">
      <Card title="Ce qui est écrit" titleId="texte">
        <div className="grid max-w-2xl gap-5">
          <SettingText of={form} name="title" label="Titre" maxLength={80} />
          <SettingArea of={form} name="text" label="Texte" rows={14} />
          <MarkdownHelp />
          <SettingTick
            of={form}
            name="published"
            label="Publier cette page"
            hint="Tout le monde la lit, même sans compte. Sans cette case, elle n’est vue que des agents."
          />
        </div>
      </Card>
    </SettingForm>
  );
}
