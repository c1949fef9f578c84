import { Checkbox } from "@/components/ui/checkbox";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import { answerLabel } from "@/lib/domain/authorization";
import type { ChildChoice } from "./child-choices";

const options = [
  { value: "oui", label: answerLabel(true) },
  { value: "non", label: answerLabel(false) },
];

/** For which children, and what the contact may do for each: asked once the child is ticked. */
export function ChildrenFields({
  choices,
  errorOf,
}: {
  choices: readonly ChildChoice[];
  errorOf: (field: string) => string | undefined;
}) {
  return (
    <Fieldset
      name="childIds"
      legend="Pour quels enfants ?"
      hint="Pour un enfant qui n’est pas coché, plus rien n’est autorisé à cette personne."
      error={errorOf("childIds")}
    >
      <div className="grid gap-3">
        {choices.map(({ childId, firstName, ticked, questions }) => (
          <div key={childId} className="group/child">
            <Checkbox
              id={`enfant-${childId}`}
              name="childIds[]"
              value={childId}
              defaultChecked={ticked}
              label={firstName}
            />
            {questions.length > 0 && (
              <div className="border-line ml-2.5 hidden gap-4 border-l-2 py-1 pl-5 group-has-[input[type=checkbox]:checked]/child:grid">
                {questions.map(({ name, label, explanation, required, answer }) => (
                  <div key={name}>
                    {required && <input type="hidden" name="asked[]" value={name} />}
                    <RadioGroup
                      name={name}
                      legend={
                        <>
                          {label}
                          <span className="sr-only">{` (${firstName})`}</span>
                        </>
                      }
                      optional={!required}
                      hint={explanation}
                      error={errorOf(name)}
                      options={options}
                      inline
                      defaultValue={answer === null ? undefined : answer ? "oui" : "non"}
                    />
                  </div>
                ))}
              </div>
            )}
          </div>
        ))}
      </div>
    </Fieldset>
  );
}
