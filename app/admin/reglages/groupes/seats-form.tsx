"use client";

import { Card } from "@/components/ui/card";
import { SettingEffects } from "../setting-effects";
import { SettingText } from "../setting-fields";
import { SettingForm } from "../setting-form";
import { useSettingForm } from "../use-setting-form";
import { saveGroupSeats } from "./actions";
import { ConfirmOverDays } from "./over-days-field";

const fieldOf = { "seats-contradicted": "confirmed" };

/** How many places a unit of a group has. */
export function SeatsForm({
  groupId,
  unitId,
  seats,
  shown,
  effects,
  idempotencyKey,
}: {
  groupId: number;
  unitId: number;
  /** As text; empty: not limited. */
  seats: string;
  shown: string;
  effects: readonly string[];
  idempotencyKey: string;
}) {
  const initial = { seats };
  const form = useSettingForm(saveGroupSeats, initial, fieldOf);
  return (
    <SettingForm
      form={form}
      its={{ line: null, initial, facts: [], idempotencyKey }}
      back={`/admin/reglages/groupes/${groupId}`}
      addLabel="Enregistrer les places"
    >
      <input type="hidden" name="groupId" value={groupId} />
      <input type="hidden" name="unitId" value={unitId} />
      <input type="hidden" name="shown" value={shown} />
      <SettingEffects effects={effects} />
      <Card title="Les places" titleId="les-places">
        <SettingText
          of={form}
          name="seats"
          label="Nombre de places"
          hint="Laissez vide pour ne pas limiter. 0 ferme l’unité aux nouvelles réservations."
          inputMode="numeric"
          maxLength={12}
          className="max-w-40"
          required={false}
        />
      </Card>
      <ConfirmOverDays answer={form.answer} />
    </SettingForm>
  );
}
