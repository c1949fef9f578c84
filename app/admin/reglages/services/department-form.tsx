"use client";

import { Card } from "@/components/ui/card";
import { SettingText } from "../setting-fields";
import { SettingForm, type SettingFormProps } from "../setting-form";
import { useSettingForm } from "../use-setting-form";
import { saveTownDepartment } from "./actions";

const fieldOf = { "setting-label-taken": "name" };

export function DepartmentForm(its: SettingFormProps) {
  const form = useSettingForm(saveTownDepartment, its.initial, fieldOf);
  return (
    <SettingForm
      form={form}
      its={its}
      back="/admin/reglages/services"
      addLabel="Ajouter ce service"
    >
      <Card title="Ce que lisent les familles" titleId="textes">
        <div className="grid max-w-2xl gap-5">
          <SettingText
            of={form}
            name="name"
            label="Nom"
            hint={"Par exemple «\u00a0Service éducation\u00a0»."}
            maxLength={80}
          />
          <SettingText
            of={form}
            name="email"
            type="email"
            label="Adresse électronique"
            hint="Les réponses des familles aux messages du portail y arrivent."
          />
          <SettingText of={form} name="phone" type="tel" label="Téléphone" optional />
        </div>
      </Card>
    </SettingForm>
  );
}
