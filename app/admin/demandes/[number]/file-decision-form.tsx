"use client";

import { useState } from "react";
import { FileChangeValues, type FileChangeFacts } from "@/components/portal/requests/file-changes";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Fieldset } from "@/components/ui/fieldset";
import { plural } from "@/lib/domain/day-words";
import type { OfferedTemplate } from "@/lib/services/settings/answer-templates";
import { decideFile } from "../actions";
import { useSentForm } from "@/app/use-sent-form";
import { AnswerFields, REASON } from "./answer-fields";
import { typedDecision } from "./typed-decision";
import { useHydrated } from "@/components/ui/use-hydrated";

const LINES = "fields";

/** Where the sentence of a refusal leads. */
const fieldOf: Readonly<Record<string, string>> = {
  "no-line-chosen": LINES,
  "reason-missing": REASON,
  "reason-too-long": REASON,
};

/** The lines of the file that wait, all ticked, and the two answers; nothing where nothing waits. */
export function FileDecisionForm({
  number,
  list,
  changes,
  templates,
  idempotencyKey,
}: {
  number: number;
  /** The query of the list from which one came. */
  list: string;
  changes: readonly FileChangeFacts[];
  /** What a refusal may start from. */
  templates: readonly OfferedTemplate[];
  idempotencyKey: string;
}) {
  const form = useSentForm(decideFile, fieldOf, "contenu");
  const { problems, messageOf } = form;
  const typed = typedDecision(form.answer);
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        changes.map(({ field }) => field).filter((field) => typed && !typed.lines.includes(field)),
      ),
  );
  const toggle = (field: string) =>
    setLeft(
      left.has(field) ? new Set([...left].filter((f) => f !== field)) : new Set([...left, field]),
    );
  const hydrated = useHydrated();
  const ticked = changes.filter(({ field }) => !left.has(field)).length;
  const said = hydrated
    ? plural(ticked, "information", "informations")
    : "les informations cochées";
  // Someone was quicker: the answer outlives the form.
  if (changes.length === 0) return <ErrorSummary errors={problems} title="Rien n’est décidé ici" />;
  return (
    <Card title="À décider" titleId="a-decider">
      <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-6">
        <ErrorSummary errors={problems} title="Rien n’est encore décidé" />
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <Fieldset
          name={LINES}
          legend="Informations à examiner"
          hint="Ce que vous acceptez est aussitôt inscrit au dossier."
          error={messageOf(LINES)}
        >
          <ul className="divide-line grid divide-y">
            {changes.map((change) => (
              <li key={change.field} className="grid gap-1 py-3">
                <Checkbox
                  id={`${LINES}-${change.field}`}
                  name={`${LINES}[]`}
                  value={change.field}
                  label={<strong>{change.label}</strong>}
                  aria-describedby={`${LINES}-${change.field}-values`}
                  checked={!left.has(change.field)}
                  onChange={() => toggle(change.field)}
                />
                <div id={`${LINES}-${change.field}-values`} className="sm:pl-9">
                  <FileChangeValues change={change} />
                </div>
              </li>
            ))}
          </ul>
        </Fieldset>
        <AnswerFields
          words={{
            accept: `Accepter ${said}`,
            refuse: `Refuser ${said}`,
            reason: "Motif du refus",
          }}
          reason={typed?.reason ?? ""}
          error={messageOf(REASON)}
          templates={templates}
          busy={form.pending}
        />
      </form>
    </Card>
  );
}
