import type { UseFormRegister } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { MOST_BRACKETS, type TypedGrid } from "@/lib/domain/tariff/typed-grid";

/** Where the brackets of quotient begin, for all units of the activity. */
export function BoundsFields({
  count,
  register,
  messageOf,
  change,
}: {
  count: number;
  register: UseFormRegister<TypedGrid>;
  messageOf: (field: string) => string | undefined;
  change: (edit: (values: TypedGrid) => TypedGrid) => void;
}) {
  return (
    <div className="border-line bg-sunken rounded-xl border p-[min(1rem,4vw)]">
      <Fieldset
        name="bounds"
        legend="Début de chaque tranche de quotient familial (€)"
        hint="Une tranche va jusqu’au début de la suivante. Elles valent pour toutes les prestations ci-dessous qui sont réglées par tranches."
      >
        <div className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(min(10.5rem,100%),1fr))] gap-3">
          {Array.from({ length: count }, (_, i) => (
            <div key={i} className="flex items-end gap-1">
              <div className="min-w-0 flex-1">
                <TextField
                  {...register(`bounds.${i}.text`)}
                  id={`bounds.${i}.text`}
                  label={`Tranche ${i + 1}`}
                  inputMode="decimal"
                  autoComplete="off"
                  readOnly={i === 0}
                  error={messageOf(`bounds.${i}.text`)}
                  className="px-2 text-right tabular-nums read-only:border-dashed"
                />
              </div>
              {i > 0 && (
                <Button
                  variant="quiet"
                  icon="cross"
                  aria-label={`Retirer la tranche ${i + 1}`}
                  onClick={() => change((values) => withoutBracket(values, i))}
                  className="px-0"
                />
              )}
            </div>
          ))}
        </div>
        {count < MOST_BRACKETS && (
          <Button
            variant="secondary"
            icon="plus"
            className="mt-3"
            onClick={() => change(withOneMore)}
          >
            Ajouter une tranche
          </Button>
        )}
      </Fieldset>
    </div>
  );
}

function withOneMore({ bounds, cells }: TypedGrid): TypedGrid {
  return {
    bounds: [...bounds, { text: "" }],
    cells: cells.map((cell) => ({ ...cell, amounts: [...cell.amounts, { text: "" }] })),
  };
}

function withoutBracket({ bounds, cells }: TypedGrid, at: number): TypedGrid {
  const without = <V,>(list: readonly V[]) => list.filter((_, i) => i !== at);
  return {
    bounds: without(bounds),
    cells: cells.map((cell) => ({ ...cell, amounts: without(cell.amounts) })),
  };
}
