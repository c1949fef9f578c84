import { Checkbox } from "@/components/ui/checkbox";
import { SelectField, TextAreaField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { childRightLabel, childRightNames } from "@/lib/domain/child-rights";
import type { RightsDocumentChoice, TypedRights } from "./typed-rights";

/** What the family may do, why, and on which document that rests. */
export function RightsFields({
  typed,
  documents,
  errorOf,
  onChange,
}: {
  typed: TypedRights;
  documents: readonly RightsDocumentChoice[];
  errorOf: (field: string) => string | undefined;
  onChange: (typed: TypedRights) => void;
}) {
  return (
    <>
      <Fieldset
        name="rights"
        legend="Cette famille peut"
        hint="Décochez ce que la décision du juge lui retire."
        error={errorOf("rights")}
      >
        {childRightNames.map((right) => (
          <Checkbox
            key={right}
            id={`right-${right}`}
            label={childRightLabel[right]}
            checked={typed.rights.includes(right)}
            onChange={({ target }) =>
              onChange({
                ...typed,
                rights: childRightNames.filter((one) =>
                  one === right ? target.checked : typed.rights.includes(one),
                ),
              })
            }
          />
        ))}
      </Fieldset>
      <SelectField
        name="documentId"
        label="Justificatif"
        hint="Les justificatifs acceptés de l’enfant. Sans justificatif, dites dans la raison ce que vous avez vu."
        optional
        value={typed.documentId}
        onChange={({ target }) => onChange({ ...typed, documentId: target.value })}
      >
        <option value="">Aucun</option>
        {documents.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        name="reason"
        label="Raison"
        hint="Par exemple «&nbsp;Jugement du 3&nbsp;novembre 2026, vu au guichet&nbsp;». La famille ne la lit pas."
        maxLength={500}
        value={typed.reason}
        error={errorOf("reason")}
        onChange={({ target }) => onChange({ ...typed, reason: target.value })}
      />
    </>
  );
}
