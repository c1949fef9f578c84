"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, useMemo, useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/domain/day";
import type { TypedQuotient } from "@/lib/domain/tariff/typed-quotient";
import type { ForeseenQuotient } from "@/lib/services/family-admin/save-quotient";
import { foreseeFamilyQuotient } from "../../actions";
import { ConfirmQuotient } from "./confirm-form";
import { QuotientFields } from "./quotient-fields";

const order = [
  "from",
  "quotient",
  "parts",
  "children",
  "residence",
  "source",
  "income",
  "benefits",
  "reason",
] as const;

/** What an agent types: the figures, and of a correction why. */
type Typed = TypedQuotient & { readonly reason: string };

type Answer = ActionResult<ForeseenQuotient> | null;

/** Two steps in one page: the figures, then what they change and the button that does it. */
export function QuotientForm({
  familyId,
  replaces,
  shown,
  initial,
  backHref,
  idempotencyKey,
}: {
  familyId: number;
  replaces: Day | null;
  shown: string;
  initial: Omit<Typed, "reason">;
  backHref: string;
  idempotencyKey: string;
}) {
  const [answer, foresee] = useActionState<Answer, FormData>(foreseeFamilyQuotient, null);
  const [typed, setTyped] = useState<Typed>({ ...initial, reason: "" });
  // The answer that is shown as a step to confirm; « Modifier » puts it away.
  const [putAway, setPutAway] = useState<Answer>(null);
  const [pending, start] = useTransition();
  const router = useRouter();
  useEffect(() => {
    if (answer?.ok === false && answer.refusal === "quotients-changed") router.refresh();
  }, [answer, router]);
  const errors = useMemo(() => problemsOf(answer), [answer]);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const hidden = { familyId: String(familyId), replaces: replaces ?? "", shown };

  // Sent by hand, so that React does not empty the form when the answer is a refusal.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setTyped(typedIn(form));
    start(() => foresee(form));
  }

  if (answer?.ok && answer !== putAway)
    return (
      <ConfirmQuotient
        foreseen={answer.value}
        fields={{ ...hidden, ...typed, idempotencyKey }}
        onChange={() => setPutAway(answer)}
      />
    );
  return (
    <form action={foresee} onSubmit={submit} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} />
      <RequiredNote />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <QuotientFields typed={typed} errorOf={errorOf} isCorrection={replaces !== null} />
      <div className="flex flex-wrap gap-3">
        <Button id="continuer" type="submit" iconEnd="arrow-right" busy={pending} wide>
          Voir ce que cela change
        </Button>
        <ButtonLink href={backHref} variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}

function typedIn(form: FormData): Typed {
  const fields = order.map((name) => [name, String(form.get(name) ?? "")]);
  return Object.fromEntries(fields) as Record<keyof Typed, string>;
}

/** In the order of the form; what is about no field leads to the day or to the button. */
function problemsOf(answer: Answer): FieldProblem[] {
  if (answer?.ok !== false) return [];
  const { refusal, message, fields } = answer;
  if (refusal === "quotient-day-taken") return [{ field: "from", message }];
  if (refusal === "quotient-reason-missing") return [{ field: "reason", message }];
  const found = order.flatMap((field) => {
    const said = fields[field];
    return said === undefined ? [] : [{ field, message: said }];
  });
  return found.length > 0 ? found : [{ field: "continuer", message }];
}
