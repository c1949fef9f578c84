"use client";

import { Card } from "@/components/ui/card";
import { SettingArea, SettingText, SettingTick, SettingTicks } from "../setting-fields";
import { SettingForm, type SettingFormProps } from "../setting-form";
import { useSettingForm } from "../use-setting-form";
import { saveAnswerTemplate } from "./actions";
import { kindOptions } from "./words";

const fieldOf = { "setting-label-taken": "name" };

/** A template of answers: its name, its text, and where agents are offered it. */
export function TemplateForm(its: SettingFormProps) {
  const form = useSettingForm(saveAnswerTemplate, its.initial, fieldOf);
  return (
    <SettingForm form={form} its={its} back="/admin/reglages/reponses" addLabel="Ajouter ce modèle">
      <Card title="Le modèle" titleId="le-modele">
        <div className="grid max-w-2xl gap-5">
          <SettingText
            of={form}
            name="name"
            label="Nom"
            hint={"Pour les agents, par exemple «\u00a0Groupe complet\u00a0»."}
          />
          <SettingArea
            of={form}
            name="text"
            label="Texte"
            hint="Ce que lit la famille, 3 à 500 caractères. L’agent peut le changer avant de répondre."
            rows={5}
          />
          <SettingTicks
            of={form}
            name="kinds"
            legend="Pour quelles demandes"
            options={kindOptions}
          />
          <SettingTick
            of={form}
            name="active"
            label="Proposer ce modèle aux agents"
            hint={"Décochez pour l’archiver\u00a0: les réponses déjà envoyées ne changent pas."}
          />
        </div>
      </Card>
    </SettingForm>
  );
}
