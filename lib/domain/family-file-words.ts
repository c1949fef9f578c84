import { parseDay } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import { familyFields, type FamilyField } from "@/lib/domain/family-file";

/** A field's text as it is read; an address keeps its lines. */
export function fieldValueInWords(field: FamilyField, value: string | null): string {
  if (value === null) return "Non renseigné";
  const { kind } = familyFields[field];
  if (kind === "yesNo") return value === "oui" ? "Oui" : "Non";
  const day = kind === "day" ? parseDay(value) : null;
  return day === null ? value : formatDay(day, "dateMedium");
}

/** "Classe : CP devient CE1"; without its values where they are not to be read, as of health. */
export function fileChangeInWords(
  field: FamilyField,
  values: { readonly was: string | null; readonly now: string | null } | null,
): string {
  const { label } = familyFields[field];
  if (values === null) return label;
  const line = (value: string | null) =>
    value === null ? "non renseigné" : fieldValueInWords(field, value).replaceAll("\n", ", ");
  return `${label}\u00a0: ${line(values.was)}, devient ${line(values.now)}`;
}
