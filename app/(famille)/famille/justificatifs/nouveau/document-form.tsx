"use client";

import { useRouter } from "next/navigation";
import type { Route } from "next";
import { useState, type FormEvent } from "react";
import { FamilyField } from "@/components/portal/family/family-shown";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { DateField } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Day } from "@/lib/domain/day";
import { filedHref, joinedHref } from "../hrefs";
import { FilesField } from "./files-field";
import { lighterPhoto } from "./read-photo";
import { problemsAfter, problemsBefore } from "./problem-words";
import { useUpload } from "./use-upload";

interface Props {
  readonly familyId: number;
  readonly typeId: number;
  /** The request past its cut-off that it is joined to. */
  readonly requestNumber: number | null;
  /** Whom it may be about; a single one is not asked. */
  readonly persons: readonly { readonly value: string; readonly label: string }[];
  /** The value of the one chosen before; else empty. */
  readonly chosen: string;
  readonly asksDate: boolean;
  /** How long it will hold, where that is not asked. */
  readonly validity: string | null;
  readonly date: string;
  readonly today: Day;
  readonly largestFile: number;
  /** What was refused, sent without JavaScript. */
  readonly problem: FieldProblem | null;
  readonly idempotencyKey: string;
}

/**
 * For whom, until when and the files. Sent by the browser itself without JavaScript; with it the
 * choices stay whatever happens, and a repeat has the same key: it is never received twice.
 */
export function DocumentForm(props: Props) {
  const {
    typeId,
    requestNumber,
    persons,
    chosen,
    asksDate,
    validity,
    date,
    today,
    largestFile,
    problem,
  } = props;
  const [key] = useState(props.idempotencyKey);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [errors, setErrors] = useState<readonly FieldProblem[]>(problem ? [problem] : []);
  /** How many choices the browser is still making lighter. */
  const [preparing, setPreparing] = useState(0);
  const { percent, upload } = useUpload();
  const router = useRouter();
  const isAlive = useHydrated();
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;

  async function add(added: readonly File[]) {
    setErrors((known) => known.filter((error) => error.field !== "fichiers"));
    setPreparing((count) => count + 1);
    const lighter = await Promise.all(added.map((file) => lighterPhoto(file, largestFile)));
    setFiles((known) => [...known, ...lighter]);
    setPreparing((count) => count - 1);
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (preparing > 0) return;
    const form = new FormData(event.currentTarget);
    const before = problemsBefore(files, largestFile, {
      about: !form.get("about"),
      date: asksDate && !form.get("validUntil"),
    });
    if (before.length > 0) return setErrors(before);
    form.delete("files[]");
    for (const file of files) form.append("files[]", file);
    setErrors([]);
    const sent = await upload(form);
    if (sent?.kind === "filed") {
      const href = requestNumber === null ? filedHref(sent.number) : joinedHref(sent.number);
      return router.push(href as Route);
    }
    if (sent) setErrors(problemsAfter(sent, files));
  }

  return (
    <form
      method="post"
      action="/famille/justificatifs/envoi"
      encType="multipart/form-data"
      onSubmit={(event) => void submit(event)}
      noValidate
      className="grid max-w-2xl gap-6"
    >
      <ErrorSummary errors={errors} />
      <RequiredNote />
      <FamilyField familyId={props.familyId} />
      <input type="hidden" name="typeId" value={typeId} />
      <input type="hidden" name="idempotencyKey" value={key} />
      {requestNumber !== null && <input type="hidden" name="requestNumber" value={requestNumber} />}
      <Card>
        <div className="grid gap-6">
          <Persons persons={persons} chosen={chosen} error={errorOf("about")} />
          {asksDate && (
            <DateField
              name="validUntil"
              label="Valable jusqu’au"
              hint="La date de fin est écrite sur le document."
              min={today}
              defaultValue={date}
              error={errorOf("validUntil")}
            />
          )}
          <FilesField
            files={files}
            onAdd={(added) => void add(added)}
            onRemove={(index) => setFiles(files.filter((_, i) => i !== index))}
            largestFile={largestFile}
            error={errorOf("fichiers")}
            isAlive={isAlive}
          />
          {validity && <p className="text-muted">{validity}</p>}
        </div>
      </Card>
      <Progress percent={percent} />
      <div className="flex flex-wrap gap-3">
        <Button
          id="envoyer"
          type="submit"
          icon="check"
          busy={percent !== null || preparing > 0}
          busyLabel={preparing > 0 ? "Préparation des photos…" : "Envoi en cours…"}
          wide
        >
          Envoyer ce document
        </Button>
        <ButtonLink
          href={requestNumber === null ? "/famille/justificatifs" : `/demandes/${requestNumber}`}
          variant="secondary"
          wide
        >
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}

function Persons({
  persons,
  chosen,
  error,
}: Pick<Props, "persons" | "chosen"> & { error: string | undefined }) {
  const [only] = persons;
  if (only && persons.length === 1)
    return (
      <p>
        <input type="hidden" name="about" value={only.value} />
        {"Pour\u00a0: "}
        <strong>{only.label}</strong>
      </p>
    );
  return (
    <RadioGroup
      name="about"
      legend="Pour qui est ce document ?"
      options={persons}
      defaultValue={chosen}
      error={error}
    />
  );
}

/** The bar says how far it is; what is read aloud says only that it began. */
function Progress({ percent }: { percent: number | null }) {
  return (
    <div role="status">
      {percent !== null && (
        <>
          <span className="sr-only">Envoi en cours.</span>
          <div aria-hidden className="bg-sunken h-3 overflow-hidden rounded-full">
            <div className="bg-brand h-full" style={{ width: `${percent}%` }} />
          </div>
          <p aria-hidden className="text-muted mt-1 text-sm tabular-nums">
            {percent < 100 ? `${percent}\u00a0% envoyés` : "Vérification des fichiers…"}
          </p>
        </>
      )}
    </div>
  );
}
