"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";

/** Chooses a file; the browser sends it itself once its size was looked at. `refused`: why the last one was. */
export function SendForm({
  refused,
  mostBytes,
  idempotencyKey,
}: {
  refused: string | null;
  mostBytes: number;
  idempotencyKey: string;
}) {
  const [said, setSaid] = useState(refused);
  const [isSending, setSending] = useState(false);
  const problems: FieldProblem[] = said === null ? [] : [{ field: "file", message: said }];
  const most = `${Math.floor(mostBytes / 1_000_000)}\u00a0Mo`;

  function check(event: FormEvent<HTMLFormElement>) {
    const form = new FormData(event.currentTarget);
    const sizeOf = (name: string) => {
      const file = form.get(name);
      return file instanceof File ? file.size : 0;
    };
    const size = sizeOf("file") === 0 ? 0 : sizeOf("file") + sizeOf("other");
    const wrong =
      size === 0
        ? "Choisissez un fichier .xlsx ou .csv."
        : size > mostBytes - 1000
          ? `Ce fichier dépasse ${most}. Partagez-le en plusieurs, famille par famille.`
          : null;
    setSaid(wrong);
    if (wrong !== null || isSending) event.preventDefault();
    else setSending(true);
  }

  return (
    <form
      method="post"
      action="/admin/import/envoi"
      encType="multipart/form-data"
      onSubmit={check}
      noValidate
      className="grid max-w-xl gap-5"
    >
      <ErrorSummary errors={problems} title="Rien n’est envoyé" />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <TextField
        name="file"
        type="file"
        label="Fichier (.xlsx ou .csv)"
        hint={`${most} au plus. Le portail montre d’abord ce qui changerait, ligne par ligne.`}
        accept=".xlsx,.csv,.txt"
        error={said ?? undefined}
      />
      <TextField
        name="other"
        type="file"
        label="Second fichier d’ONDE"
        optional
        hint={
          "Pour ONDE seulement\u00a0: la liste des élèves et celle des responsables s’envoient ensemble."
        }
        accept=".csv,.txt,.xlsx"
      />
      <div>
        <Button type="submit" icon="search" busy={isSending} busyLabel="Lecture en cours…" wide>
          Voir ce qui changerait
        </Button>
      </div>
    </form>
  );
}
