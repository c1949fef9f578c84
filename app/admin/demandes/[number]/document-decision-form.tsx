"use client";

import { useState } from "react";
import { FileLinks } from "@/components/portal/supporting-documents/file-links";
import type { DocumentFacts } from "@/components/portal/requests/document-list";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DateField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import type { DocumentValidity } from "@/lib/domain/supporting-document";
import type { OfferedTemplate } from "@/lib/services/settings/answer-templates";
import { useSentForm } from "@/app/use-sent-form";
import { decideDocument } from "../actions";
import { lastDayName } from "../names";
import { AnswerFields, REASON } from "./answer-fields";
import { typedDecision } from "./typed-decision";

const DOCUMENTS = "documents";

type Waiting = DocumentFacts & { readonly validity: DocumentValidity };

/** The documents that wait, with their files and their last day, and the two answers. */
export function DocumentDecisionForm({
  number,
  list,
  documents,
  templates,
  idempotencyKey,
}: {
  number: number;
  /** The query of the list from which one came. */
  list: string;
  documents: readonly Waiting[];
  /** What a refusal may start from. */
  templates: readonly OfferedTemplate[];
  idempotencyKey: string;
}) {
  const [first] = documents;
  const [fieldOf] = useState<Readonly<Record<string, string>>>({
    "no-document-chosen": DOCUMENTS,
    "reason-missing": REASON,
    "reason-too-long": REASON,
    ...(first && {
      "document-date-missing": lastDayName(first.id),
      "document-date-past": lastDayName(first.id),
    }),
  });
  const form = useSentForm(decideDocument, fieldOf, "contenu");
  const { problems, messageOf } = form;
  const typed = typedDecision(form.answer);
  // Someone was quicker: the answer outlives the form.
  if (!first) return <ErrorSummary errors={problems} title="Rien n’est décidé ici" />;
  const said = documents.length === 1 ? "ce justificatif" : "les justificatifs cochés";
  return (
    <Card title="À décider" titleId="a-decider">
      <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-6">
        <ErrorSummary errors={problems} title="Rien n’est encore décidé" />
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <Fieldset
          name={DOCUMENTS}
          legend={documents.length === 1 ? "Justificatif à examiner" : "Justificatifs à examiner"}
          error={messageOf(DOCUMENTS)}
        >
          <ul className="divide-line grid divide-y">
            {documents.map((document) => (
              <li key={document.id} className="grid gap-3 py-3">
                <DocumentBox
                  document={document}
                  only={documents.length === 1}
                  ticked={typed?.lines.includes(document.id) ?? true}
                />
                <FileLinks files={document.files} folder="/admin/justificatifs/fichiers" />
                <LastDay document={document} error={messageOf(lastDayName(document.id))} />
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

/** Which documents: of one alone there is no choice. */
function DocumentBox({
  document: { id, label },
  only,
  ticked,
}: {
  document: Waiting;
  only: boolean;
  ticked: boolean;
}) {
  if (only) {
    return (
      <p className="font-semibold">
        {label}
        <input type="hidden" name={`${DOCUMENTS}[]`} value={id} />
      </p>
    );
  }
  return (
    <Checkbox
      id={`${DOCUMENTS}-${id}`}
      name={`${DOCUMENTS}[]`}
      value={id}
      label={<strong>{label}</strong>}
      defaultChecked={ticked}
    />
  );
}

function LastDay({ document, error }: { document: Waiting; error: string | undefined }) {
  const { id, validity, validUntil } = document;
  const [day, setDay] = useState<string>(validUntil ?? "");
  return (
    <DateField
      name={lastDayName(id)}
      label="Valable jusqu’au"
      hint={
        validity === "forever"
          ? "Sans date, le document vaut sans limite."
          : "Corrigez la date si le document en dit une autre."
      }
      optional={validity === "forever"}
      value={day}
      onChange={(event) => setDay(event.target.value)}
      error={error}
    />
  );
}
