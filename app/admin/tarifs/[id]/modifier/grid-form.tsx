"use client";

import { useForm, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { StatusMessage } from "@/components/ui/status-message";
import { plural } from "@/lib/domain/day-words";
import type { TypedGrid } from "@/lib/domain/tariff/typed-grid";
import { useLeaveGuard } from "../use-leave-guard";
import { BoundsFields } from "./bounds-fields";
import { ColleaguePrices } from "./colleague-changes";
import type { GridFormProps } from "./form-props";
import { UnitFields } from "./unit-fields";
import { useGridSave } from "./use-grid-save";

/** The prices of an activity for one category. What was typed stays, whatever the answer. */
export function GridForm(props: GridFormProps) {
  const { units, typed, activity, category } = props;
  const form = useForm<TypedGrid>({ defaultValues: typed, shouldFocusError: false });
  const { control, register, handleSubmit, getValues, reset, formState } = form;
  const watched = useWatch({ control });
  const kinds = watched.cells?.map((cell) => cell?.kind) ?? [];
  const bounds = watched.bounds?.map((bound) => bound?.text ?? "") ?? [];
  const { save, pending, problems, saved, colleague } = useGridSave(props, reset);
  useLeaveGuard(formState.isDirty);
  const messageOf = (field: string) => problems.find((p) => p.field === field)?.message;
  const change = (edit: (values: TypedGrid) => TypedGrid) =>
    reset(edit(getValues()), { keepDefaultValues: true });

  return (
    <form noValidate onSubmit={(event) => void handleSubmit(save)(event)} className="grid gap-6">
      <h2>{`${activity}, catégorie «\u00a0${category.label}\u00a0»`}</h2>
      <ErrorSummary
        errors={problems}
        title={colleague ? "Rien n’est enregistré" : "Il reste à corriger\u00a0:"}
      />
      {colleague && <ColleaguePrices units={units} colleague={colleague} mine={getValues()} />}
      {kinds.includes("brackets") && (
        <BoundsFields
          count={bounds.length}
          register={register}
          messageOf={messageOf}
          change={change}
        />
      )}
      {units.map((unit, i) => (
        <UnitFields
          key={unit.id}
          unit={unit}
          at={i}
          kind={kinds[i] ?? "none"}
          bounds={bounds}
          register={register}
          messageOf={messageOf}
        />
      ))}
      <StatusMessage>
        {saved !== null && !formState.isDirty
          ? `Enregistré\u00a0: ${plural(saved, "prestation modifiée", "prestations modifiées")}.`
          : null}
      </StatusMessage>
      <div>
        <Button id="enregistrer" type="submit" icon="check" busy={pending} wide>
          {colleague ? "Enregistrer mes prix quand même" : "Enregistrer ces prix"}
        </Button>
      </div>
    </form>
  );
}
