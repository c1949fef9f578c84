"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, useMemo, useTransition } from "react";
import { FamilyField } from "@/components/portal/family/family-shown";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { FieldError, TextAreaField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionResult } from "@/lib/action";
import type { Refusal } from "@/lib/sentences";
import { tell } from "./actions";

/** A place as it is drawn: its value is null where nothing can be told. */
export interface ShownPlace {
  readonly id: string;
  readonly value: string | null;
  readonly label: string;
  /** What becomes of it. */
  readonly hint: string;
}

export interface ShownDay {
  readonly title: string;
  readonly children: readonly { readonly name: string; readonly places: readonly ShownPlace[] }[];
}

/** After these the page stays as it is: of another home, it would be drawn for that one. */
const kept: readonly Refusal[] = ["invalid", "other-family"];

/** The places of the coming days, a reason, one button. Works without JavaScript. */
export function AbsenceForm({
  familyId,
  days,
  schoolYearId,
  idempotencyKey,
}: {
  familyId: number;
  days: readonly ShownDay[];
  schoolYearId: number;
  idempotencyKey: string;
}) {
  const [answer, send] = useActionState<ActionResult<{ submissionId: string }> | null, FormData>(
    tell,
    null,
  );
  const [pending, start] = useTransition();
  const router = useRouter();
  const refusal = answer?.ok === false ? answer : null;
  const overtaken = refusal !== null && !kept.includes(refusal.refusal);
  // Somebody was quicker, or the cut-off has passed: the page is drawn again with what is true now.
  useEffect(() => {
    if (overtaken) router.refresh();
  }, [answer, overtaken, router]);
  const problems = useMemo(() => {
    if (!refusal) return [];
    const said = Object.entries(refusal.fields).map(([field, message]) => ({ field, message }));
    return said.length > 0 ? said : [{ field: "places", message: refusal.message }];
  }, [refusal]);
  const messageOf = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <form
      action={send}
      // Sent by hand, so that React does not empty the form when the answer is a refusal.
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        start(() => send(form));
      }}
      noValidate
      className="grid gap-6"
    >
      <ErrorSummary errors={problems} title="Rien n’est encore envoyé" />
      <RequiredNote />
      <FamilyField familyId={familyId} />
      <input type="hidden" name="schoolYearId" value={schoolYearId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div id="places" tabIndex={-1} className="grid gap-6">
        {messageOf("places") ? (
          <FieldError id="places-error">{messageOf("places")}</FieldError>
        ) : null}
        {days.map(({ title, children }, at) => (
          <Card key={title} title={title} titleId={`jour-${at}`}>
            <div className="grid gap-4">
              {children.map(({ name, places }) => (
                <Fieldset key={name} name={`jour-${at}-${places[0]?.id}`} legend={name}>
                  {places.map(({ id, value, label, hint }) => (
                    <Checkbox
                      key={id}
                      id={id}
                      name="places[]"
                      value={value ?? ""}
                      disabled={value === null}
                      label={label}
                      hint={hint}
                    />
                  ))}
                </Fieldset>
              ))}
            </div>
          </Card>
        ))}
      </div>
      <TextAreaField
        name="reason"
        label={"Pourquoi\u00a0?"}
        hint="Hors délai, le service lit votre motif avant de répondre. N’y mettez pas de détail de santé."
        error={messageOf("reason")}
        maxLength={500}
        rows={3}
      />
      <div>
        <SubmitButton disabled={pending} busyLabel="Envoi en cours…" wide>
          Signaler l’absence
        </SubmitButton>
      </div>
    </form>
  );
}
