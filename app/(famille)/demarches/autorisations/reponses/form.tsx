"use client";

import { useActionState, useMemo, useState, type ReactNode } from "react";
import { FamilyField } from "@/components/portal/family/family-shown";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { useFreshPage } from "@/components/ui/use-fresh-page";
import { answerLabel } from "@/lib/domain/authorization";
import { answer } from "../actions";

/** A question of the form. `answer`: what stands or was chosen; null where nobody has answered. */
export interface Question {
  readonly name: string;
  readonly contactId: number | null;
  readonly label: string;
  readonly explanation: string | null;
  readonly required: boolean;
  readonly answer: boolean | null;
}

interface QuestionGroup {
  readonly title: string;
  readonly questions: readonly Question[];
}

const options = [
  { value: "oui", label: answerLabel(true) },
  { value: "non", label: answerLabel(false) },
];

/** Step 1: each question with its two answers, none chosen where nobody has answered. */
export function AnswersForm({
  familyId,
  childId,
  groups,
  children,
}: {
  familyId: number;
  childId: number;
  groups: readonly QuestionGroup[];
  children: ReactNode;
}) {
  useFreshPage(groups);
  const [outcome, send] = useActionState(answer, null);
  const [chosen, setChosen] = useState(() => chosenIn(groups));
  const missing = useMemo(() => missingOf(outcome), [outcome]);
  const errors = useMemo(
    () => (outcome?.ok === false ? errorsOf(groups, missing, outcome.message) : []),
    [groups, missing, outcome],
  );
  return (
    <form action={send} noValidate autoComplete="off" className="grid gap-6">
      <ErrorSummary errors={errors} />
      <RequiredNote />
      <FamilyField familyId={familyId} />
      <input type="hidden" name="childId" value={childId} />
      {groups.map(({ title, questions }, index) => (
        <Card key={title} title={title} titleId={`groupe-${index}`}>
          <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
            {questions.map(({ name, contactId, label, explanation, required }) => (
              <RadioGroup
                key={name}
                name={`reponse-${name}`}
                legend={
                  <>
                    {label}
                    {contactId !== null && <span className="sr-only">{`, ${title}`}</span>}
                  </>
                }
                optional={!required}
                hint={explanation}
                error={
                  missing.has(name) ? errorOf(aboutOf(title, { label, contactId })) : undefined
                }
                options={options}
                inline
                value={chosen[name] ?? ""}
                onChange={({ target }) => setChosen({ ...chosen, [name]: target.value })}
              />
            ))}
          </div>
        </Card>
      ))}
      {children}
      <div>
        <SubmitButton iconEnd="arrow-right" wide>
          Aller à l’étape 2
        </SubmitButton>
      </div>
    </form>
  );
}

function chosenIn(groups: readonly QuestionGroup[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    groups
      .flatMap(({ questions }) => questions)
      .flatMap(({ name, answer }) => (answer === null ? [] : [[name, answer ? "oui" : "non"]])),
  );
}

function missingOf(outcome: { ok: boolean; value?: unknown } | null): ReadonlySet<string> {
  if (!outcome || outcome.ok) return new Set();
  const value = outcome.value as { missing?: string[] } | undefined;
  return new Set(value?.missing ?? []);
}

function errorsOf(groups: readonly QuestionGroup[], missing: ReadonlySet<string>, message: string) {
  const wrong = groups.flatMap(({ title, questions }) =>
    questions
      .filter(({ name }) => missing.has(name))
      .map(({ name, label, contactId }) => ({
        field: `reponse-${name}`,
        message: errorOf(aboutOf(title, { label, contactId })),
      })),
  );
  const first = groups[0]?.questions[0]?.name ?? "";
  return wrong.length > 0 ? wrong : [{ field: `reponse-${first}`, message }];
}

/** Several contacts have the same question: it is told apart by the name over them. */
function aboutOf(title: string, { label, contactId }: Pick<Question, "label" | "contactId">) {
  return contactId === null ? label : `${label}, ${title}`;
}

function errorOf(label: string): string {
  return `${label}\u00a0: choisissez « Autorisation » ou « Interdiction ».`;
}
