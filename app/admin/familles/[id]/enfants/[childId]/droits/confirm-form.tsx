"use client";

import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { SubmitButton } from "@/components/ui/submit-button";
import { rightsConsequences, type ChildRights } from "@/lib/domain/child-rights";
import { saveChildRights } from "../../../../actions";
import type { TypedRights } from "./typed-rights";

/** What the family will see and do from now on, and the button that makes it so. */
export function ConfirmRights({
  familyId,
  childId,
  familyName,
  childName,
  shown,
  idempotencyKey,
  was,
  now,
  typed,
  documentLabel,
  onChange,
}: {
  familyId: number;
  childId: number;
  familyName: string;
  childName: string;
  shown: string;
  idempotencyKey: string;
  was: ChildRights;
  now: ChildRights;
  typed: TypedRights;
  documentLabel: string | null;
  onChange: () => void;
}) {
  const [answer, send] = useActionState(saveChildRights, null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const lines = rightsConsequences(was, now);
  return (
    <div className="grid gap-6">
      <h2 ref={heading} tabIndex={-1}>
        Vérifiez avant d’enregistrer
      </h2>
      <Callout
        tone="warning"
        title={`Dès maintenant, pour ${childName}, la ${familyName.replace(/^F/, "f")}`}
      >
        {lines.length === 0 ? (
          <p>garde les mêmes droits&nbsp;: seule la raison ou le justificatif change.</p>
        ) : (
          <ul className="list-disc pl-5">
            {lines.map((line) => (
              <li key={line}>{`${line}.`}</li>
            ))}
          </ul>
        )}
      </Callout>
      <DescriptionList
        items={[
          { term: "Justificatif", detail: documentLabel ?? "Aucun" },
          { term: "Raison", detail: typed.reason.trim() },
          { term: "Courriel", detail: "Aucun ne part\u00a0: prévenez la famille vous-même" },
        ]}
      />
      <form action={send} className="flex flex-wrap gap-3">
        <input type="hidden" name="familyId" value={familyId} />
        <input type="hidden" name="childId" value={childId} />
        <input type="hidden" name="shown" value={shown} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <input type="hidden" name="reason" value={typed.reason} />
        <input type="hidden" name="documentId" value={typed.documentId} />
        {typed.rights.map((right) => (
          <input key={right} type="hidden" name="rights[]" value={right} />
        ))}
        <SubmitButton icon="check" wide>
          Enregistrer ces droits
        </SubmitButton>
        <Button variant="secondary" onClick={onChange} wide>
          Modifier
        </Button>
      </form>
      <p role="alert" className="text-danger-ink font-semibold empty:hidden">
        {answer?.ok === false ? answer.message : null}
      </p>
    </div>
  );
}
