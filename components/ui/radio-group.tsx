import type { ChangeEventHandler, ReactNode } from "react";
import { Fieldset } from "@/components/ui/fieldset";

export interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** One choice among a few. Controlled with `value` and `onChange`, else `defaultValue`. */
export function RadioGroup({
  name,
  legend,
  hint,
  error,
  optional = false,
  options,
  inline = false,
  value,
  defaultValue,
  onChange,
}: {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Most choices are required: the others say so. */
  optional?: boolean;
  options: readonly RadioOption[];
  inline?: boolean;
  value?: string | undefined;
  defaultValue?: string | undefined;
  onChange?: ChangeEventHandler<HTMLInputElement>;
}) {
  const legendOf = optional ? (
    <>
      {legend}
      <span className="text-muted font-normal"> (facultatif)</span>
    </>
  ) : (
    legend
  );
  const held = (option: string) =>
    value === undefined
      ? { defaultChecked: defaultValue === option }
      : { checked: value === option, ...(onChange ? { onChange } : { readOnly: true }) };
  return (
    <Fieldset name={name} legend={legendOf} hint={hint} error={error}>
      <div className={inline ? "flex flex-wrap gap-x-6" : ""}>
        {options.map((option) => (
          <label
            key={option.value}
            className="min-h-target flex cursor-pointer items-center gap-3 py-1.5"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              className="check"
              required={!optional}
              {...held(option.value)}
            />
            <span className="min-w-0">
              {option.label}
              {option.hint ? <span className="text-muted block text-sm">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
