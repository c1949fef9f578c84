"use client";

import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ForeseenClosure } from "@/lib/services/closures/foresee";
import { declare } from "./actions";
import { closuresHref } from "./hrefs";
import { PreviewCard } from "./preview-card";
import { fieldsOf } from "./typed-closure";

/** What closing would do, and the button that does it; shown again where it has changed meanwhile. */
export function ConfirmForm({
  foreseen,
  idempotencyKey,
  onChange,
}: {
  foreseen: ForeseenClosure;
  idempotencyKey: string;
  onChange: () => void;
}) {
  const [answer, send] = useActionState(declare, null);
  const heading = useRef<HTMLHeadingElement>(null);
  const refused = answer?.ok === false ? answer : null;
  const changed = refused?.refusal === "closure-changed";
  const shown = changed ? (refused.value as ForeseenClosure) : foreseen;
  useEffect(() => {
    heading.current?.focus();
  }, [answer]);
  return (
    <div className="grid max-w-2xl gap-6">
      <h2 ref={heading} tabIndex={-1}>
        Vérifiez avant de fermer
      </h2>
      <div role="alert" className="empty:hidden">
        {refused && (
          <Callout tone="danger" title="Rien n’est fermé">
            {refused.message}
          </Callout>
        )}
      </div>
      <PreviewCard foreseen={shown} />
      <form action={send} className="flex flex-wrap gap-3">
        {Object.entries({ ...fieldsOf(shown), shown: shown.stamp, idempotencyKey }).map(
          ([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ),
        )}
        <SubmitButton icon="check" wide>
          Fermer et prévenir les familles
        </SubmitButton>
        <Button variant="secondary" onClick={onChange} wide>
          Modifier
        </Button>
        <ButtonLink href={closuresHref} variant="quiet" wide>
          Abandonner
        </ButtonLink>
      </form>
    </div>
  );
}
