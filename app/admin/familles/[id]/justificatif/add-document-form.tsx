"use client";

import { useMemo, useState, type FormEvent } from "react";
import { sizeInWords } from "@/components/portal/supporting-documents/words";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { DateField, TextField } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Day } from "@/lib/domain/day";
import { mostFiles } from "@/lib/domain/supporting-document";

/** For whom, until when and the files; the browser sends it itself once what is missing was told. */
export function AddDocumentForm({
  familyId,
  typeId,
  persons,
  asksDate,
  today,
  largestFile,
  backHref,
  idempotencyKey,
}: {
  familyId: number;
  typeId: number;
  persons: readonly { value: string; label: string }[];
  asksDate: boolean;
  today: Day;
  largestFile: number;
  backHref: string;
  idempotencyKey: string;
}) {
  const [errors, setErrors] = useState<readonly FieldProblem[]>([]);
  const [isSending, setSending] = useState(false);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const formats = useMemo(
    () =>
      `PDF, JPEG, PNG ou WebP, ${sizeInWords(largestFile)} au plus par fichier, ${mostFiles} fichiers au plus.`,
    [largestFile],
  );

  function check(event: FormEvent<HTMLFormElement>) {
    const found = problemsOf(new FormData(event.currentTarget), { asksDate, largestFile });
    if (found.length > 0 || isSending) event.preventDefault();
    else setSending(true);
    setErrors(found);
  }

  return (
    <form
      method="post"
      action="/admin/justificatifs/envoi"
      encType="multipart/form-data"
      onSubmit={check}
      noValidate
      className="grid max-w-xl gap-6"
    >
      <ErrorSummary errors={errors} />
      <RequiredNote />
      <input type="hidden" name="familyId" value={familyId} />
      <input type="hidden" name="typeId" value={typeId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <RadioGroup
        name="about"
        legend="Pour qui est ce document ?"
        options={persons}
        defaultValue={persons.length === 1 ? persons[0]?.value : undefined}
        error={errorOf("about")}
      />
      {asksDate && (
        <DateField
          name="validUntil"
          label="Valable jusqu’au"
          hint="La date de fin est écrite sur le document."
          min={today}
          error={errorOf("validUntil")}
        />
      )}
      <TextField
        name="files[]"
        id="fichiers"
        type="file"
        label="Fichiers"
        hint={formats}
        accept="application/pdf,image/jpeg,image/png,image/webp"
        multiple
        error={errorOf("fichiers")}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" icon="check" busy={isSending} busyLabel="Envoi en cours…" wide>
          Ajouter ce document
        </Button>
        <ButtonLink href={backHref} variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}

/** What can be said before anything leaves; the server checks the rest by content. */
function problemsOf(
  form: FormData,
  { asksDate, largestFile }: { asksDate: boolean; largestFile: number },
): FieldProblem[] {
  const files = form.getAll("files[]").flatMap((f) => (f instanceof File && f.name ? [f] : []));
  const about = (message: string) => ({ field: "fichiers", message });
  return [
    ...(form.get("about")
      ? []
      : [{ field: "about", message: "Choisissez pour qui est ce document." }]),
    ...(asksDate && !form.get("validUntil")
      ? [{ field: "validUntil", message: "Donnez la date de fin\u00a0: jour, mois et année." }]
      : []),
    ...(files.length === 0 ? [about("Choisissez au moins un fichier.")] : []),
    ...(files.length > mostFiles ? [about(`Choisissez ${mostFiles} fichiers au plus.`)] : []),
    ...files
      .filter(({ size }) => size > largestFile)
      .map(({ name }) =>
        about(`«\u00a0${name}\u00a0» est trop lourd. Choisissez-en un plus léger.`),
      ),
  ];
}
