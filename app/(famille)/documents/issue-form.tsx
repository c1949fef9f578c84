"use client";

import { useActionState, useMemo, useTransition, type FormEvent, type ReactNode } from "react";
import { FamilyField } from "@/components/portal/family/family-shown";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { SelectField } from "@/components/ui/field";
import type { Action, ActionResult } from "@/lib/action";
import type { DocumentCode } from "@/lib/domain/document-code";

interface Made {
  code: DocumentCode;
}
type Answer = ActionResult<Made> | null;

/** A form that makes a document of a child. Its controls' ids begin with `name`: there are several. */
export function IssueForm({
  familyId,
  name,
  submit,
  label,
  kids,
  idempotencyKey,
  fields,
}: {
  familyId: number;
  name: string;
  submit: Action<Made>;
  /** Of its button. */
  label: string;
  kids: readonly { readonly id: number; readonly firstName: string }[];
  idempotencyKey: string;
  /** What is asked besides the child; `wired` names a control and gives its error. */
  fields: (wired: (field: string) => Wiring) => ReactNode;
}) {
  const [answer, send] = useActionState<Answer, FormData>(submit, null);
  const [pending, start] = useTransition();
  const errors = useMemo(() => problemsOf(answer, name), [answer, name]);
  const wired = (field: string): Wiring => {
    const id = `${name}-${field}`;
    return { name: field, id, error: errors.find((error) => error.field === id)?.message };
  };

  // Sent by hand, so that React does not empty the form when the answer is a refusal.
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(() => send(form));
  }

  return (
    <form action={send} onSubmit={onSubmit} noValidate className="grid gap-5">
      <ErrorSummary errors={errors} title="Le document n’est pas édité" />
      <RequiredNote />
      <FamilyField familyId={familyId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <SelectField {...wired("childId")} label="Enfant" defaultValue={kids[0]?.id}>
        {kids.map(({ id, firstName }) => (
          <option key={id} value={id}>
            {firstName}
          </option>
        ))}
      </SelectField>
      {fields(wired)}
      <p>
        <Button
          id={`${name}-editer`}
          type="submit"
          variant="secondary"
          icon="document"
          busy={pending}
          wide
        >
          {label}
        </Button>
      </p>
    </form>
  );
}

interface Wiring {
  readonly name: string;
  readonly id: string;
  readonly error: string | undefined;
}

/** What is about no field leads to the button. */
function problemsOf(answer: Answer, name: string) {
  if (answer?.ok !== false) return [];
  const found = Object.entries(answer.fields).map(([field, message]) => ({
    field: `${name}-${field}`,
    message,
  }));
  return found.length > 0 ? found : [{ field: `${name}-editer`, message: answer.message }];
}
