"use client";

import { useActionState } from "react";
import { Icon } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import { plural } from "@/lib/domain/day-words";
import { decide } from "./actions";

/** Two taps from the list: unfold, then the button that says what it does. Works without JavaScript. */
export function AcceptAll({
  number,
  count,
  label,
  list,
  idempotencyKey,
}: {
  number: number;
  count: number;
  /** What the answer means, where « Accepter » would not say it: a late cancellation. */
  label: string | null;
  list: string;
  idempotencyKey: string;
}) {
  const [answer, send] = useActionState(decide, null);
  return (
    <details className="group/accept">
      <summary className="text-brand hover:bg-brand-soft min-h-target inline-flex cursor-pointer list-none items-center gap-1.5 rounded-lg px-2 font-semibold">
        <Icon
          name="chevron-right"
          className="size-[1.1em] transition-transform group-open/accept:rotate-90"
        />
        {label === null ? "Accepter tout" : "Répondre"}
        <span className="sr-only">{`, demande n°\u00a0${number}`}</span>
      </summary>
      <form action={send} className="mt-2">
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="decision" value="accept" />
        <input type="hidden" name="all" value="1" />
        <input type="hidden" name="count" value={count} />
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="fromList" value="1" />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <SubmitButton icon="check" busyLabel="Un instant…">
          {label ?? `Accepter ${plural(count, "date", "dates")}`}
        </SubmitButton>
      </form>
      {/* Stands empty until there is something to say. */}
      <p role="alert" className="text-danger-ink mt-2 font-semibold empty:hidden">
        {answer?.ok === false ? answer.message : null}
      </p>
    </details>
  );
}
