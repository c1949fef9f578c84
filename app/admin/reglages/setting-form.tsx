"use client";

import { useState, type FormEvent, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { ColleagueChanges, type SettingFact } from "./colleague-changes";
import { ConfirmContradiction } from "./contradiction-field";
import type { SettingValues, useSettingForm } from "./use-setting-form";

/** What a page hands to the form of a line: null where a line is added. */
export interface SettingFormProps {
  readonly line: { readonly id: number; readonly shown: string } | null;
  readonly initial: SettingValues;
  /** The line as it stands, in words: a colleague's save is seen. */
  readonly facts: readonly SettingFact[];
  readonly idempotencyKey: string;
}

/** The frame of every form of a setting: what is wrong, what a colleague saved, and the buttons. */
export function SettingForm({
  form,
  its: { line, facts, idempotencyKey },
  back,
  addLabel,
  onChange,
  children,
}: {
  form: Pick<
    ReturnType<typeof useSettingForm>,
    "send" | "submit" | "problems" | "pending" | "answer"
  >;
  its: SettingFormProps;
  /** The list that the line stands in. */
  back: string;
  /** Of the button: where a line is changed it only saves. */
  addLabel: string;
  onChange?: (event: FormEvent<HTMLFormElement>) => void;
  children: ReactNode;
}) {
  const [opened] = useState(facts);
  return (
    <form
      action={form.send}
      onSubmit={form.submit}
      {...(onChange ? { onChange } : {})}
      noValidate
      className="grid gap-6"
    >
      <ErrorSummary errors={form.problems} title="Rien n’est enregistré" />
      <RequiredNote />
      {line && <ColleagueChanges before={opened} now={facts} />}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {line && (
        <>
          <input type="hidden" name="id" value={line.id} />
          <input type="hidden" name="shown" value={line.shown} />
        </>
      )}
      {children}
      <ConfirmContradiction answer={form.answer} />
      <div className="flex flex-wrap gap-3">
        <Button id="enregistrer" type="submit" icon="check" busy={form.pending} wide>
          {line ? "Enregistrer" : addLabel}
        </Button>
        <ButtonLink href={back} variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}
