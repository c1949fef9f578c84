import { SelectField } from "@/components/ui/field";
import {
  familyFields,
  fieldAccessLabel,
  isEditable,
  mayBeExamined,
  type FamilyField,
  type FieldAccess,
  type FieldRule,
} from "@/lib/domain/family-file";
import { accessName, processingName } from "./names";

export const processingLabel = {
  automatic: "Vaut aussitôt",
  examined: "Un agent examine",
} as const satisfies Readonly<Record<FieldRule["processing"], string>>;

const accesses = Object.keys(fieldAccessLabel) as readonly FieldAccess[];
const processings = ["automatic", "examined"] as const;

/** One field's two choices; the second matters where families may change it. */
export function RuleFields({
  field,
  rule,
  onChange,
  messageOf,
}: {
  field: FamilyField;
  rule: FieldRule;
  onChange: (part: Partial<FieldRule>) => void;
  messageOf: (name: string) => string | undefined;
}) {
  const { label, isHealth } = familyFields[field];
  return (
    <fieldset className="grid min-w-0 items-end gap-x-4 gap-y-2 py-4 first:pt-0 last:pb-0 sm:grid-cols-[minmax(0,1fr)_12rem_15rem]">
      <legend className="float-left w-full font-semibold sm:row-span-2 sm:w-auto sm:self-center">
        {label}
        {isHealth && <span className="text-muted block text-sm font-normal">Donnée de santé</span>}
      </legend>
      <SelectField
        name={accessName(field)}
        label="Pour les familles"
        value={rule.access}
        onChange={(event) => {
          const access = accesses.find((one) => one === event.target.value);
          if (access) onChange({ access });
        }}
        error={messageOf(accessName(field))}
      >
        {accesses.map((access) => (
          <option key={access} value={access}>
            {fieldAccessLabel[access]}
          </option>
        ))}
      </SelectField>
      {mayBeExamined(field) ? (
        <SelectField
          name={processingName(field)}
          label="Un changement"
          value={rule.processing}
          onChange={(event) => {
            const processing = processings.find((one) => one === event.target.value);
            if (processing) onChange({ processing });
          }}
          error={messageOf(processingName(field))}
        >
          {processings.map((processing) => (
            <option key={processing} value={processing}>
              {processingLabel[processing]}
            </option>
          ))}
        </SelectField>
      ) : (
        <p className="text-muted text-sm">
          <input type="hidden" name={processingName(field)} value="automatic" />
          {isEditable(rule) ? "Confirmée par un lien envoyé à la nouvelle adresse." : null}
        </p>
      )}
    </fieldset>
  );
}
