"use client";

import { Card } from "@/components/ui/card";
import {
  SettingSelect,
  SettingText,
  SettingTick,
  SettingTicks,
  type SettingOption,
} from "../setting-fields";
import { SettingForm, type SettingFormProps } from "../setting-form";
import { useSettingForm } from "../use-setting-form";
import { saveActivityUnit } from "./actions";
import { partChoices } from "./choices";

const fieldOf = {
  "setting-label-taken": "label",
  "late-unit-elsewhere": "lateUnitOfId",
  "pai-unit-elsewhere": "paiUnitOfId",
  "unit-reserved": "covers",
  "unit-priced": "chargedOnce",
};

export function UnitForm({
  activityId,
  booked,
  ...its
}: SettingFormProps & {
  activityId: number;
  /** The activity's other units that families book. */
  booked: readonly SettingOption[];
}) {
  const form = useSettingForm(saveActivityUnit, its.initial, fieldOf);
  return (
    <SettingForm
      form={form}
      its={its}
      back={`/admin/reglages/activites/${activityId}`}
      addLabel="Ajouter cette unité"
    >
      <input type="hidden" name="activityId" value={activityId} />
      <Card title="Ce que lisent les familles" titleId="textes">
        <div className="grid max-w-2xl gap-5">
          <SettingText
            of={form}
            name="label"
            label="Nom"
            hint={"Par exemple «\u00a0Accueil soir\u00a0»."}
            maxLength={80}
          />
          <SettingText
            of={form}
            name="nounSingular"
            label="Pour en compter un"
            hint={"Après «\u00a01\u00a0»\u00a0: «\u00a0accueil du soir\u00a0»."}
            maxLength={60}
          />
          <SettingText
            of={form}
            name="nounPlural"
            label="Pour en compter plusieurs"
            hint={"Après «\u00a012\u00a0»\u00a0: «\u00a0accueils du soir\u00a0»."}
            maxLength={60}
          />
        </div>
      </Card>
      <Card title="Ce qu’elle couvre" titleId="couvre">
        <div className="grid max-w-2xl gap-5">
          <SettingTicks
            of={form}
            name="covers"
            legend="Partie du jour"
            hint="Deux unités qui couvrent la même partie du jour ne se réservent pas ensemble."
            options={partChoices}
          />
          <SettingText
            of={form}
            name="beginsAt"
            type="time"
            label="Heure de début"
            hint="Pour un délai qui se compte en heures."
            optional
            className="max-w-36"
          />
        </div>
      </Card>
      <Card title="Ce que le service facture" titleId="facture">
        <div className="grid max-w-2xl gap-5">
          <SettingTick
            of={form}
            name="agentOnly"
            label="Les familles ne la réservent pas"
            hint="Pour un supplément hors délai, une formule PAI ou des frais d’inscription."
          />
          <SettingSelect
            of={form}
            name="lateUnitOfId"
            label="Prix hors délai de l’unité"
            hint="Une réservation hors délai de cette unité prend ce prix."
            optional
            none="Aucune"
            options={booked}
          />
          <SettingSelect
            of={form}
            name="paiUnitOfId"
            label="Prix PAI de l’unité"
            hint="Un enfant qui a un PAI prend ce prix quand il vient à cette unité."
            optional
            none="Aucune"
            options={booked}
          />
          <SettingTick
            of={form}
            name="chargedOnce"
            label="Facturée une seule fois par inscription"
            hint="Avec le premier jour où l’enfant vient."
          />
        </div>
      </Card>
    </SettingForm>
  );
}
