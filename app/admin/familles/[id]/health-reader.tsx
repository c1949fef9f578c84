"use client";

import { useActionState, useEffect, useRef } from "react";
import { DescriptionList } from "@/components/ui/description-list";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionResult } from "@/lib/action";
import { ofPerson } from "@/lib/domain/name-words";
import { readChildHealth } from "../actions";
import type { HealthLine } from "../health-words";

/** What is known of a child's health: only when it is asked for, because each reading stands in the journal. */
export function HealthReader({
  familyId,
  childId,
  name,
}: {
  familyId: number;
  childId: number;
  name: string;
}) {
  const [answer, ask] = useActionState<ActionResult<readonly HealthLine[]> | null, FormData>(
    readChildHealth,
    null,
  );
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer?.ok) box.current?.focus();
  }, [answer]);
  if (answer?.ok)
    return (
      <div
        ref={box}
        tabIndex={-1}
        role="group"
        aria-label={`Santé ${ofPerson(name)}`}
        className="border-line mt-3 rounded-lg border p-3"
      >
        <h3>Santé</h3>
        <DescriptionList
          items={answer.value.map(({ label, value }) => ({ term: label, detail: value }))}
        />
        <p className="text-muted text-sm">Cette lecture figure au journal.</p>
      </div>
    );
  return (
    <form action={ask} className="mt-3">
      <input type="hidden" name="familyId" value={familyId} />
      <input type="hidden" name="childId" value={childId} />
      <SubmitButton variant="quiet" icon="lock" wide>
        Voir les informations de santé
        <span className="sr-only">{` ${ofPerson(name)}`}</span>
      </SubmitButton>
      <p className="text-muted text-sm">Chaque lecture figure au journal.</p>
      <p role="alert" className="text-danger-ink font-semibold empty:hidden">
        {answer?.ok === false ? answer.message : null}
      </p>
    </form>
  );
}
