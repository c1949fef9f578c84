import { RadioGroup } from "@/components/ui/radio-group";
import type { AuthorizationSubject } from "@/lib/domain/authorization";
import { authorizationSubjectLabel } from "@/lib/domain/authorization-setting";
import { plural } from "@/lib/domain/day-words";

const subjects = ["child", "contact"] as const;

/** Whom the question is about: settled once somebody has answered. */
export function SubjectChoice({
  value,
  answers,
  onChange,
  error,
}: {
  value: AuthorizationSubject;
  answers: number;
  onChange: (subject: AuthorizationSubject) => void;
  error: string | undefined;
}) {
  if (answers > 0) {
    return (
      <div>
        <p className="font-semibold">{authorizationSubjectLabel[value]}</p>
        <p className="text-muted text-sm">
          {`${plural(answers, "réponse est enregistrée", "réponses sont enregistrées")}\u00a0: cela ne change plus.`}
        </p>
        <input type="hidden" name="subject" value={value} />
      </div>
    );
  }
  return (
    <RadioGroup
      name="subject"
      legend="Pour qui"
      value={value}
      onChange={(event) => {
        const chosen = subjects.find((subject) => subject === event.target.value);
        if (chosen) onChange(chosen);
      }}
      options={subjects.map((subject) => ({
        value: subject,
        label: authorizationSubjectLabel[subject],
        hint:
          subject === "child" ? "Par exemple la photographie." : "Par exemple venir le chercher.",
      }))}
      error={error}
    />
  );
}
