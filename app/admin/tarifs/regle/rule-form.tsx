"use client";

import { RadioGroup } from "@/components/ui/radio-group";
import { followingLabel } from "@/lib/domain/tariff/following";
import { SettingForm, type SettingFormProps } from "../../reglages/setting-form";
import { useSettingForm } from "../../reglages/use-setting-form";
import { saveTownPriceSetting } from "./actions";

const fieldOf = {};

/** One choice: the price of the day, or the announced one. */
export function PriceRuleForm(its: SettingFormProps) {
  const form = useSettingForm(saveTownPriceSetting, its.initial, fieldOf);
  return (
    <SettingForm form={form} its={its} back="/admin/tarifs" addLabel="Enregistrer">
      <RadioGroup
        name="following"
        legend="Une réservation déjà faite coûte"
        hint="La règle vaut pour les tarifs publiés et les situations enregistrées à partir de maintenant."
        options={[
          {
            value: "priceOfDay",
            label: followingLabel.priceOfDay,
            hint: "Jusqu’à la facture de son mois, elle suit le tarif et le quotient qui valent ce jour-là. La famille reçoit un message quand un prix change.",
          },
          {
            value: "announcedPrice",
            label: followingLabel.announcedPrice,
            hint: "Elle garde le prix que la famille a lu en réservant, même si le tarif ou le quotient change avant ce jour.",
          },
        ]}
        defaultValue={form.text("following")}
        error={form.messageOf("following")}
      />
    </SettingForm>
  );
}
