"use client";

import { Controller, useFieldArray, useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { TextField } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { StatusMessage } from "@/components/ui/status-message";
import { unknownQuotientWords } from "@/lib/domain/tariff/reduction-words";
import { emptyReduction } from "@/lib/domain/tariff/typed-reduction";
import { useLeaveGuard } from "../use-leave-guard";
import type { Settings, SettingsFormProps } from "./form-props";
import { ReductionFields } from "./reduction-fields";
import { useSettingsSave } from "./use-settings-save";

/** Name, unknown quotient, and the reductions in the order in which they are taken off. */
export function SettingsForm(props: SettingsFormProps) {
  const { groups, categories } = props;
  const form = useForm<Settings>({ defaultValues: props.settings, shouldFocusError: false });
  const { control, register, handleSubmit, reset, formState } = form;
  const { fields, append, remove, move } = useFieldArray({ control, name: "reductions" });
  const { save, pending, problems, saved, overtaken } = useSettingsSave(props, reset);
  useLeaveGuard(formState.isDirty);
  const messageOf = (field: string) => problems.find((p) => p.field === field)?.message;

  return (
    <form noValidate onSubmit={(event) => void handleSubmit(save)(event)} className="grid gap-6">
      <ErrorSummary
        errors={problems}
        title={overtaken ? "Rien n’est enregistré" : "Il reste à corriger\u00a0:"}
      />
      <RequiredNote />
      <div className="max-w-xl">
        <TextField
          {...register("name")}
          label="Nom"
          hint="Les familles le lisent dans l’explication de leurs prix."
          maxLength={80}
          autoComplete="off"
          error={messageOf("name")}
        />
      </div>
      <Controller
        control={control}
        name="unknownQuotient"
        render={({ field: { value, onChange } }) => (
          <RadioGroup
            name="unknownQuotient"
            legend="Quand le quotient familial n’est pas connu"
            value={value}
            onChange={onChange}
            options={(["highest", "refuse"] as const).map((one) => ({
              value: one,
              label: one === "highest" ? "Le prix le plus élevé" : "Pas de prix",
              hint: unknownQuotientWords[one],
            }))}
          />
        )}
      />
      <section aria-labelledby="reductions" className="grid gap-4">
        <div>
          <h2 id="reductions">Réductions</h2>
          <p className="measure text-muted">
            Elles s’appliquent dans cet ordre, chacune sur ce qui reste à payer après la précédente.
          </p>
        </div>
        {fields.length === 0 && <p>Aucune réduction.</p>}
        {fields.map(({ id }, i) => (
          <ReductionFields
            key={id}
            at={i}
            count={fields.length}
            control={control}
            register={register}
            messageOf={messageOf}
            groups={groups}
            categories={categories}
            remove={remove}
            move={move}
          />
        ))}
        <div>
          <Button variant="secondary" icon="plus" wide onClick={() => append(emptyReduction)}>
            Ajouter une réduction
          </Button>
        </div>
      </section>
      <StatusMessage>{saved && !formState.isDirty ? "Enregistré." : null}</StatusMessage>
      <div>
        <Button id="enregistrer" type="submit" icon="check" busy={pending} wide>
          {overtaken ? "Enregistrer mes réglages quand même" : "Enregistrer ces réglages"}
        </Button>
      </div>
    </form>
  );
}
