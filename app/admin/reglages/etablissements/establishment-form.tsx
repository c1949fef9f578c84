"use client";

import { Card } from "@/components/ui/card";
import { SettingText, SettingTick } from "../setting-fields";
import { SettingForm, type SettingFormProps } from "../setting-form";
import { useSettingForm } from "../use-setting-form";
import { saveTownEstablishment } from "./actions";

const fieldOf = { "setting-label-taken": "name" };

export function EstablishmentForm(its: SettingFormProps) {
  const form = useSettingForm(saveTownEstablishment, its.initial, fieldOf);
  return (
    <SettingForm
      form={form}
      its={its}
      back="/admin/reglages/etablissements"
      addLabel="Ajouter cet établissement"
    >
      <Card title="L’établissement" titleId="etablissement">
        <div className="grid max-w-2xl gap-5">
          <SettingText
            of={form}
            name="name"
            label="Nom"
            hint={"Tel que les familles le lisent\u00a0: «\u00a0École Jacques-Prévert\u00a0»."}
            maxLength={80}
          />
          {its.line && (
            <SettingTick
              of={form}
              name="archived"
              label="Archivé"
              hint={
                "Il n’est plus proposé pour de nouveaux groupes. Ses groupes, ses inscriptions et ses réservations sont gardés."
              }
            />
          )}
        </div>
      </Card>
    </SettingForm>
  );
}
