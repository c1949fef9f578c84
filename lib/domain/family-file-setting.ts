import {
  familyFieldNames,
  familyFields,
  isEditable,
  type FieldRule,
  type FieldRules,
} from "./family-file";

/** What families will see of a change of the rules, said before it is saved; field by field. */
export function ruleEffects(before: FieldRules, after: FieldRules): string[] {
  return familyFieldNames.flatMap((field) => {
    const effect = effectOf(before[field], after[field]);
    return effect === null ? [] : [`${familyFields[field].label}\u00a0: ${effect}`];
  });
}

function effectOf(before: FieldRule, after: FieldRule): string | null {
  if (before.access !== after.access) return accessEffect(before, after);
  if (!isEditable(after) || before.processing === after.processing) return null;
  return after.processing === "automatic"
    ? "les prochains changements valent aussitôt. Ceux qui attendent restent à examiner."
    : "un agent examine les prochains changements.";
}

function accessEffect(before: FieldRule, after: FieldRule): string {
  const examined = after.processing === "examined" ? " Un agent examine chaque changement." : "";
  switch (after.access) {
    case "hidden":
      return "disparaît des écrans des familles. Ce qui est enregistré est gardé.";
    case "shown":
      return isEditable(before)
        ? "les familles le verront sans pouvoir le changer."
        : "les familles le verront.";
    case "editable":
      return before.access === "required"
        ? `les familles pourront le laisser vide.${examined}`
        : `les familles pourront le remplir et le changer.${examined}`;
    case "required":
      return `les familles devront le remplir quand elles modifieront leur dossier.${examined}`;
  }
}
