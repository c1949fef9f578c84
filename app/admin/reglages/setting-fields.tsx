import type { ComponentProps } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup, type RadioOption } from "@/components/ui/radio-group";
import type { SettingFields } from "./use-setting-form";

interface OfForm {
  readonly of: SettingFields;
  readonly name: string;
}

type Own = "name" | "error" | "defaultValue" | "value";

/** One line of text, a date or a time, as the form starts it. */
export function SettingText({
  of: form,
  name,
  ...rest
}: OfForm & Omit<ComponentProps<typeof TextField>, Own>) {
  return (
    <TextField
      autoComplete="off"
      {...rest}
      name={name}
      defaultValue={form.text(name)}
      error={form.messageOf(name)}
    />
  );
}

/** Several lines of text. */
export function SettingArea({
  of: form,
  name,
  ...rest
}: OfForm & Omit<ComponentProps<typeof TextAreaField>, Own>) {
  return (
    <TextAreaField
      {...rest}
      name={name}
      defaultValue={form.text(name)}
      error={form.messageOf(name)}
    />
  );
}

export interface SettingOption {
  readonly value: string;
  readonly label: string;
}

/** One of a list; `none`: the words of choosing nothing. */
export function SettingSelect({
  of: form,
  name,
  options,
  none,
  ...rest
}: OfForm & {
  options: readonly SettingOption[];
  none?: string;
} & Omit<ComponentProps<typeof SelectField>, Own | "children">) {
  return (
    <SelectField {...rest} name={name} defaultValue={form.text(name)} error={form.messageOf(name)}>
      {none !== undefined && <option value="">{none}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}

export function SettingRadios({
  of: form,
  name,
  legend,
  hint,
  options,
}: OfForm & { legend: string; hint?: string; options: readonly RadioOption[] }) {
  return (
    <RadioGroup
      name={name}
      legend={legend}
      hint={hint}
      options={options}
      defaultValue={form.text(name)}
      error={form.messageOf(name)}
    />
  );
}

/** A box that is ticked, or not sent. */
export function SettingTick({
  of: form,
  name,
  label,
  hint,
}: OfForm & { label: string; hint?: string }) {
  const error = form.messageOf(name);
  const box = (
    <Checkbox
      id={error ? `${name}-case` : name}
      name={name}
      value="1"
      label={label}
      hint={hint}
      defaultChecked={form.text(name) === "1"}
      aria-invalid={error ? true : undefined}
    />
  );
  if (!error) return box;
  return (
    <Fieldset name={name} legend={<span className="sr-only">{label}</span>} error={error}>
      {box}
    </Fieldset>
  );
}

/** Boxes of one name, several of which may be ticked. */
export function SettingTicks({
  of: form,
  name,
  legend,
  hint,
  options,
}: OfForm & { legend: string; hint?: string; options: readonly SettingOption[] }) {
  const chosen = form.chosen(name);
  return (
    <Fieldset name={name} legend={legend} hint={hint} error={form.messageOf(name)}>
      <div className="flex flex-wrap gap-x-6">
        {options.map(({ value, label }) => (
          <Checkbox
            key={value}
            id={`${name}-${value}`}
            name={`${name}[]`}
            value={value}
            label={label}
            defaultChecked={chosen.includes(value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}
