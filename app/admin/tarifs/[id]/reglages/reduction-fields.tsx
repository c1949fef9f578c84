import {
  Controller,
  useWatch,
  type Control,
  type UseFieldArrayMove,
  type UseFieldArrayRemove,
  type UseFormRegister,
} from "react-hook-form";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { residenceLabel } from "@/lib/domain/tariff/reduction";
import { LONGEST_LABEL } from "@/lib/domain/tariff/typed-reduction";
import type { Choice, ChoiceGroup, Settings } from "./form-props";
import { ScopeBoxes } from "./scope-boxes";

/** One reduction: for whom, how much, on what; and its place in the order. */
export function ReductionFields({
  at,
  count,
  control,
  register,
  messageOf,
  groups,
  categories,
  remove,
  move,
}: {
  at: number;
  count: number;
  control: Control<Settings>;
  register: UseFormRegister<Settings>;
  messageOf: (field: string) => string | undefined;
  groups: readonly ChoiceGroup[];
  categories: readonly Choice[];
  remove: UseFieldArrayRemove;
  move: UseFieldArrayMove;
}) {
  const condition = useWatch({ control, name: `reductions.${at}.condition` });
  const offKind = useWatch({ control, name: `reductions.${at}.offKind` });
  const name = <P extends string>(part: P) => `reductions.${at}.${part}` as const;
  const title = `Réduction ${at + 1}`;
  return (
    <fieldset className="border-line bg-card shadow-rest min-w-0 rounded-xl border p-[min(1.25rem,5vw)]">
      <legend className="px-1 font-bold">{title}</legend>
      <div className="grid gap-4">
        <TextField
          {...register(name("label"))}
          id={name("label")}
          label="Nom"
          hint="Tel qu’il se lit dans l’explication d’un prix."
          maxLength={LONGEST_LABEL}
          autoComplete="off"
          error={messageOf(name("label"))}
        />
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <SelectField {...register(name("condition"))} id={name("condition")} label="Pour qui">
            <option value="dependentChildren">Selon le nombre d’enfants à charge</option>
            <option value="rank">Selon le rang de l’enfant dans la famille</option>
            <option value="residence">Selon le lieu d’habitation</option>
          </SelectField>
          {condition === "residence" ? (
            <SelectField {...register(name("residence"))} id={name("residence")} label="Habitation">
              <option value="inTown">{residenceLabel.inTown}</option>
              <option value="outOfTown">{residenceLabel.outOfTown}</option>
            </SelectField>
          ) : (
            <TextField
              {...register(name("atLeast"))}
              id={name("atLeast")}
              label={
                condition === "rank" ? "À partir de l’enfant n°" : "À partir de combien d’enfants"
              }
              inputMode="numeric"
              autoComplete="off"
              error={messageOf(name("atLeast"))}
            />
          )}
          <SelectField
            {...register(name("offKind"))}
            id={name("offKind")}
            label="Ce qui est déduit"
          >
            <option value="percent">Un pourcentage</option>
            <option value="amount">Un montant</option>
          </SelectField>
          <TextField
            {...register(name("off"))}
            id={name("off")}
            label={offKind === "percent" ? "Pourcentage (%)" : "Montant (€)"}
            inputMode="decimal"
            autoComplete="off"
            error={messageOf(name("off"))}
          />
        </div>
        <Controller
          control={control}
          name={name("unitIds")}
          render={({ field }) => (
            <ScopeBoxes
              id={name("unitIds")}
              title="Prestations"
              all="toutes"
              groups={groups}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          control={control}
          name={name("categoryIds")}
          render={({ field }) => (
            <ScopeBoxes
              id={name("categoryIds")}
              title="Catégories"
              all="toutes"
              groups={[{ label: "Catégories", options: categories }]}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <div className="flex flex-wrap gap-2">
          {at > 0 && (
            <Button variant="quiet" icon="chevron-up" onClick={() => move(at, at - 1)}>
              Monter<span className="sr-only">{` la ${title.toLowerCase()}`}</span>
            </Button>
          )}
          {at < count - 1 && (
            <Button variant="quiet" icon="chevron-down" onClick={() => move(at, at + 1)}>
              Descendre<span className="sr-only">{` la ${title.toLowerCase()}`}</span>
            </Button>
          )}
          <Button variant="quiet" icon="cross" onClick={() => remove(at)}>
            Supprimer<span className="sr-only">{` la ${title.toLowerCase()}`}</span>
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
