import type { ReactNode } from "react";
import { DateField, SelectField, TextField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import { familyFields } from "@/lib/domain/family-file";
import { fieldValueInWords } from "@/lib/domain/family-file-words";
import { mostLetters, type ControlName } from "@/lib/domain/family-file-form";
import type { Day } from "@/lib/domain/day";
import { controlsOf, type FormField } from "./form-fields";
import { controlLabel } from "./problem-words";

export interface ControlSetting {
  readonly textOf: (control: ControlName) => string;
  readonly keyOf: (control: ControlName) => string;
  readonly hasMoved: (control: ControlName) => boolean;
  readonly errorOf: (control: ControlName) => string | undefined;
  readonly diets: readonly string[];
  readonly today: Day;
  /** One's own coordinates: the browser may propose them. */
  readonly isMine: boolean;
}

/** The control, or the four of an address, of a field that one may change. */
export function FieldControl({ one, setting }: { one: FormField; setting: ControlSetting }) {
  const { field, required } = one;
  const hint = <Hint one={one} moved={controlsOf(field).some(setting.hasMoved)} />;
  if (field === "address") return <AddressControls one={one} setting={setting} hint={hint} />;
  const { label, kind } = familyFields[field];
  const common = {
    name: field,
    label,
    hint: hasHint(one, setting) ? hint : undefined,
    // Asked as soon as there is a PAI.
    optional: !required && field !== "paiValidUntil",
    defaultValue: setting.textOf(field),
    error: setting.errorOf(field),
  };
  const key = setting.keyOf(field);
  switch (kind) {
    case "yesNo":
      return (
        <RadioGroup
          key={key}
          name={field}
          legend={label}
          optional={!required}
          hint={common.hint}
          error={common.error}
          options={[
            { value: "oui", label: "Oui" },
            { value: "non", label: "Non" },
          ]}
          inline
          defaultValue={common.defaultValue}
        />
      );
    case "day":
      return <DateField key={key} {...common} min={setting.today} autoComplete="off" />;
    case "diet":
      return (
        <SelectField key={key} {...common} className="max-w-80">
          <option value="">Non précisé</option>
          {dietsWith(setting, common.defaultValue).map((diet) => (
            <option key={diet} value={diet}>
              {diet}
            </option>
          ))}
        </SelectField>
      );
    case "text":
    case "address":
    case "phone":
    case "email":
      return (
        <TextField
          key={key}
          {...common}
          type={kind === "phone" ? "tel" : kind === "email" ? "email" : "text"}
          list={field === "schoolClass" ? "classes" : undefined}
          maxLength={mostLetters}
          autoComplete={setting.isMine && field === "phone" ? "tel" : "off"}
          className={kind === "phone" ? "max-w-80" : ""}
        />
      );
  }
}

/** The diet that the child has stays to be chosen, even where the list has it no longer. */
function dietsWith({ diets }: ControlSetting, chosen: string): readonly string[] {
  return chosen === "" || diets.includes(chosen) ? diets : [...diets, chosen];
}

function AddressControls({
  one,
  setting,
  hint,
}: {
  one: FormField;
  setting: ControlSetting;
  hint: ReactNode;
}) {
  const { isMine } = setting;
  const complete = (name: string) => (isMine ? name : "off");
  const control = (name: "street" | "complement" | "postcode" | "city") => ({
    name,
    label: controlLabel(name),
    maxLength: mostLetters,
    defaultValue: setting.textOf(name),
    error: setting.errorOf(name),
    optional: name === "complement" || !one.required,
  });
  return (
    <Fieldset
      name="address"
      legend={familyFields.address.label}
      hint={hasHint(one, setting) ? hint : undefined}
    >
      <div className="grid gap-4 pt-2">
        <TextField
          key={setting.keyOf("street")}
          {...control("street")}
          autoComplete={complete("address-line1")}
        />
        <TextField
          key={setting.keyOf("complement")}
          {...control("complement")}
          hint="Bâtiment, étage, «&nbsp;chez…&nbsp;»"
          autoComplete={complete("address-line2")}
        />
        <div className="grid gap-4 sm:grid-cols-[9rem_1fr]">
          <div className="min-w-0">
            <TextField
              key={setting.keyOf("postcode")}
              {...control("postcode")}
              inputMode="numeric"
              className="max-w-36"
              autoComplete={complete("postal-code")}
            />
          </div>
          <div className="min-w-0">
            <TextField
              key={setting.keyOf("city")}
              {...control("city")}
              autoComplete={complete("address-level2")}
            />
          </div>
        </div>
      </div>
    </Fieldset>
  );
}

function hasHint(one: FormField, { hasMoved }: ControlSetting): boolean {
  return one.pending !== null || one.examined || controlsOf(one.field).some(hasMoved);
}

/** What becomes of a change, what waits already, and what moved while one was typing. */
function Hint({ one, moved }: { one: FormField; moved: boolean }) {
  const { field, value, pending, examined } = one;
  const inForce = fieldValueInWords(field, value).replaceAll("\n", ", ");
  return (
    <>
      {moved && <strong className="block">A changé pendant votre saisie.</strong>}
      {pending
        ? `En attente, demande n°\u00a0${pending.requestNumber}. Pour le moment\u00a0: ${inForce}.`
        : examined
          ? "Le service vérifie ce changement avant qu’il compte."
          : null}
    </>
  );
}
