"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { publishTariff } from "../../actions";

/** The button that publishes, for good. */
export function PublishForm({
  versionId,
  revision,
  from,
  label,
  idempotencyKey,
}: {
  versionId: number;
  revision: number;
  from: string;
  label: string;
  idempotencyKey: string;
}) {
  const [answer, send] = useActionState(publishTariff, null);
  return (
    <form action={send}>
      <input type="hidden" name="versionId" value={versionId} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <SubmitButton icon="check" busyLabel="Publication…" wide>
        {label}
      </SubmitButton>
      <p role="alert" className="text-danger-ink mt-2 font-semibold empty:hidden">
        {answer?.ok === false ? answer.message : null}
      </p>
    </form>
  );
}
