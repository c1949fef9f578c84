"use client";

import { Card } from "@/components/ui/card";
import { SettingArea, SettingText } from "../setting-fields";
import { SettingForm, type SettingFormProps } from "../setting-form";
import { useSettingForm } from "../use-setting-form";
import { saveTownIdentity } from "./actions";

const nowhereElse = {};

export function IdentityForm(its: SettingFormProps) {
  const form = useSettingForm(saveTownIdentity, its.initial, nowhereElse);
  return (
    <SettingForm form={form} its={its} back="/admin/reglages" addLabel="Enregistrer">
      <Card title="La commune et son portail" titleId="noms">
        <div className="grid max-w-2xl gap-5">
          <SettingText of={form} name="name" label="Nom de la commune" maxLength={80} />
          <SettingText
            of={form}
            name="ofName"
            label={"Nom de la commune après «\u00a0la ville\u00a0»"}
            hint={"«\u00a0de Clairval\u00a0», «\u00a0d’Orbec\u00a0», «\u00a0du Mesnil\u00a0»."}
            maxLength={80}
          />
          <SettingText
            of={form}
            name="portalName"
            label="Nom du portail"
            hint={
              "Par exemple «\u00a0Espace familles\u00a0»\u00a0: en haut de chaque page, et dans les courriels."
            }
            maxLength={40}
          />
          <SettingText of={form} name="siteUrl" type="url" label="Adresse du site de la commune" />
          <SettingText
            of={form}
            name="siteLabel"
            label="Ce que dit le lien vers ce site"
            maxLength={80}
          />
        </div>
      </Card>
      <Card title="Le service qui répond aux familles" titleId="contact">
        <div className="grid max-w-2xl gap-5">
          <SettingText of={form} name="departmentName" label="Nom du service" maxLength={80} />
          <SettingText
            of={form}
            name="email"
            type="email"
            label="Adresse électronique"
            hint="En bas de chaque page, et pour les réponses aux courriels du portail."
          />
          <SettingText of={form} name="phone" type="tel" label="Téléphone" />
          <SettingArea of={form} name="address" label="Adresse" rows={3} />
          <SettingArea
            of={form}
            name="openingHours"
            label="Horaires d’accueil"
            hint={"Une ligne pour chaque horaire\u00a0: «\u00a0Jeudi\u00a0: 13 h 30 – 19 h\u00a0»."}
            rows={4}
          />
        </div>
      </Card>
    </SettingForm>
  );
}
