import type { UseFormRegister } from "react-hook-form";
import { SelectField, TextField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import type { TypedCell, TypedGrid } from "@/lib/domain/tariff/typed-grid";

type Figure = `cells.${number}.${"amount" | "rate" | "floor" | "ceiling"}`;
type Name = Figure | `cells.${number}.amounts.${number}.text`;

/** One unit: how it is priced, and its figures. */
export function UnitFields({
  unit,
  at,
  kind,
  bounds,
  register,
  messageOf,
}: {
  unit: { label: string; remark: string | null };
  at: number;
  kind: TypedCell["kind"];
  bounds: readonly string[];
  register: UseFormRegister<TypedGrid>;
  messageOf: (field: string) => string | undefined;
}) {
  const field = (name: Name, label: string) => (
    <TextField
      key={name}
      {...register(name)}
      id={name}
      label={label}
      inputMode="decimal"
      autoComplete="off"
      error={messageOf(name)}
      className="px-2 text-right tabular-nums"
    />
  );
  return (
    <div className="border-line bg-card shadow-rest rounded-xl border p-[min(1rem,4vw)]">
      <Fieldset name={`cells.${at}`} legend={unit.label} hint={unit.remark}>
        <div className="mt-2 grid gap-3 sm:grid-cols-[10.5rem_minmax(0,1fr)]">
          <SelectField {...register(`cells.${at}.kind`)} id={`cells.${at}.kind`} label="Règle">
            <option value="brackets">Par tranches</option>
            <option value="effort">Taux d’effort</option>
            <option value="fixed">Prix fixe</option>
            <option value="none">Pas de prix</option>
          </SelectField>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(7rem,100%),1fr))] items-end gap-3">
            {kind === "fixed" && field(`cells.${at}.amount`, "Prix (€)")}
            {kind === "brackets" &&
              bounds.map((bound, i) =>
                field(`cells.${at}.amounts.${i}.text`, `Dès ${bound.trim() || "…"}`),
              )}
            {kind === "effort" && (
              <>
                {field(`cells.${at}.rate`, "Taux (%)")}
                {field(`cells.${at}.floor`, "Minimum (€)")}
                {field(`cells.${at}.ceiling`, "Maximum (€)")}
              </>
            )}
          </div>
        </div>
      </Fieldset>
    </div>
  );
}
