"use client";

import { useActionState, useMemo } from "react";
import { FamilyField } from "@/components/portal/family/family-shown";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action, ActionResult } from "@/lib/action";
import type { DocumentCode } from "@/lib/domain/document-code";

interface Made {
  code: DocumentCode;
}

/** A button that makes a document of what the page shows: numbered, so that it can be verified. */
export function OneClickForm({
  familyId,
  submit,
  fields,
  label,
}: {
  familyId: number;
  submit: Action<Made>;
  /** What is sent with it. */
  fields: Readonly<Record<string, string | number>>;
  label: string;
}) {
  const [answer, send] = useActionState<ActionResult<Made> | null, FormData>(submit, null);
  const errors = useMemo(
    () => (answer?.ok === false ? [{ field: "editer-pdf", message: answer.message }] : []),
    [answer],
  );
  return (
    <form action={send} className="grid gap-3 max-sm:w-full">
      <ErrorSummary errors={errors} title="Le document n’est pas édité" />
      <FamilyField familyId={familyId} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton id="editer-pdf" variant="secondary" icon="document" wide>
        {label}
      </SubmitButton>
    </form>
  );
}
