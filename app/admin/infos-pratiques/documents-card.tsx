"use client";

import { useState } from "react";
import { sizeInWords } from "@/components/portal/supporting-documents/words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { removeDocument } from "./actions";

/** The documents of a page: those that it gives, and one more. The browser sends the file itself. */
export function DocumentsCard({
  pageId,
  documents,
  largestFile,
  error,
  typedLabel,
  idempotencyKey,
}: {
  pageId: number;
  documents: readonly {
    id: string;
    label: string;
    bytes: number;
    /** Of the form that takes it away. */
    idempotencyKey: string;
  }[];
  /** In bytes. */
  largestFile: number;
  /** What was refused of the last sending; null where nothing was. */
  error: FieldProblem | null;
  /** What that sending called it. */
  typedLabel: string;
  idempotencyKey: string;
}) {
  const [isSending, setSending] = useState(false);
  const messageOf = (field: string) => (error?.field === field ? error.message : undefined);
  return (
    <Card title="Documents à télécharger" titleId="documents">
      {documents.length > 0 && (
        <ul className="mb-6 grid gap-2">
          {documents.map((document) => (
            <li
              key={document.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1"
            >
              <span>{`${document.label} (PDF, ${sizeInWords(document.bytes)})`}</span>
              <form action={removeDocument}>
                <input type="hidden" name="fileId" value={document.id} />
                <input type="hidden" name="idempotencyKey" value={document.idempotencyKey} />
                <SubmitButton variant="quiet" aria-label={`Retirer ${document.label}`}>
                  Retirer
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form
        method="post"
        action="/admin/infos-pratiques/envoi"
        encType="multipart/form-data"
        onSubmit={() => setSending(true)}
        className="grid max-w-xl gap-5"
      >
        <ErrorSummary errors={error ? [error] : []} />
        <input type="hidden" name="pageId" value={pageId} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <TextField
          name="label"
          label="Nom du document"
          hint={"Ce que dit le lien, par exemple «\u00a0Menus de novembre\u00a0»."}
          defaultValue={typedLabel}
          minLength={3}
          maxLength={80}
          autoComplete="off"
          error={messageOf("label")}
        />
        <TextField
          name="file"
          type="file"
          label="Fichier PDF"
          hint={`${sizeInWords(largestFile)} au plus.`}
          accept="application/pdf"
          error={messageOf("file")}
        />
        <div>
          <Button type="submit" icon="plus" busy={isSending} busyLabel="Envoi en cours…" wide>
            Ajouter ce document
          </Button>
        </div>
      </form>
    </Card>
  );
}
