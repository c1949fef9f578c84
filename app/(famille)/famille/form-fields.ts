import { addressParts } from "@/lib/domain/address";
import {
  effectiveValue,
  isEditable,
  type FamilyField,
  type FieldRules,
} from "@/lib/domain/family-file";
import {
  addressControls,
  type ControlName,
  type TypedControls,
} from "@/lib/domain/family-file-form";
import type { FileField } from "@/lib/services/family-file/file-field";

/** A field of the form, or one that is only shown. */
export interface FormField extends FileField {
  readonly editable: boolean;
  readonly required: boolean;
  /** The service looks at the change before it counts. */
  readonly examined: boolean;
}

export function formFields(rules: FieldRules, fields: readonly FileField[]): FormField[] {
  return fields.map((one) => ({
    ...one,
    editable: isEditable(rules[one.field]),
    required: rules[one.field].access === "required",
    examined: rules[one.field].processing === "examined",
  }));
}

/** What the controls hold at first: what was asked last, else what counts. */
export function initialTexts(fields: readonly FileField[]): TypedControls {
  const texts: Partial<Record<ControlName, string>> = {};
  for (const state of fields) {
    const value = effectiveValue(state) ?? "";
    if (state.field === "address") Object.assign(texts, addressTexts(value));
    else texts[state.field] = value;
  }
  return texts;
}

function addressTexts(value: string): TypedControls {
  const none = { street: "", complement: "", postcode: "", city: "" };
  // What was once written in another way stands in the first line, to be put in order.
  return addressParts(value) ?? { ...none, street: value.replaceAll("\n", ", ") };
}

/** The controls of a field. */
export function controlsOf(field: FamilyField): readonly ControlName[] {
  return field === "address" ? addressControls : [field];
}
