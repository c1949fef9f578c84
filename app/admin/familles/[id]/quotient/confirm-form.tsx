"use client";

import { useActionState, useEffect, useRef } from "react";
import { quotientItems } from "@/components/portal/family-admin/quotient-items";
import { quotientConsequences } from "@/components/portal/family-admin/quotient-words";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ForeseenQuotient } from "@/lib/services/family-admin/save-quotient";
import { saveFamilyQuotient } from "../../actions";

/** What is about to be written, what it changes, and the button that writes it. */
export function ConfirmQuotient({
  foreseen,
  fields,
  onChange,
}: {
  foreseen: ForeseenQuotient;
  /** What was typed, with what tells the server what the agent saw. */
  fields: Readonly<Record<string, string>>;
  onChange: () => void;
}) {
  const [answer, send] = useActionState(saveFamilyQuotient, null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <div className="grid max-w-2xl gap-6">
      <h2 ref={heading} tabIndex={-1}>
        Vérifiez avant d’enregistrer
      </h2>
      {foreseen.now && <DescriptionList items={quotientItems(foreseen.now)} />}
      <Callout title="Ce que cela change">
        <ul className="list-disc pl-5">
          {quotientConsequences(foreseen).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Callout>
      <form action={send} className="flex flex-wrap gap-3">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton icon="check" wide>
          Enregistrer cette situation
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
