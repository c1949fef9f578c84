"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { FieldError } from "@/components/ui/field";
import { StatusMessage } from "@/components/ui/status-message";
import { plural } from "@/lib/domain/day-words";
import { typedYear } from "@/lib/domain/typed-school-year";
import type { CalendarPreview } from "@/lib/services/calendar/import-years";
import { useSentForm } from "@/app/use-sent-form";
import { importYears, previewYears } from "../actions";
import { ClosedDaysEffects } from "../closed-days-effects";
import { MOST_BYTES } from "../limits";
import { PlanList } from "./plan-list";

const fileProblems = {
  "calendar-unreadable": "file",
  "calendar-no-zone": "file",
  "calendar-no-year": "file",
};
const importProblems = {
  "school-year-closes": "agreed",
  "settings-changed": "importer",
  "settings-unchanged": "importer",
  "school-year-faulty": "file",
};

const tooLarge: readonly FieldProblem[] = [
  {
    field: "file",
    message:
      "Ce fichier dépasse 900\u00a0ko. Téléchargez-le pour la seule zone de la commune, ou au format CSV.",
  },
];

/** Chooses the official file, looks at what it would change, and only then does it. */
export function ImportForm({ idempotencyKey }: { idempotencyKey: string }) {
  const look = useSentForm(previewYears, fileProblems, "file");
  const apply = useSentForm(importYears, importProblems, "importer");
  const [large, setLarge] = useState(false);
  const [isApplied, setApplied] = useState(true);
  const looked = look.answer?.ok ? look.answer.value : null;
  // A refusal of the second step comes with what the file changes by now, until another file is looked at.
  const compared = isApplied && apply.answer?.ok === false ? apply.answer.value : undefined;
  const preview = (compared as CalendarPreview | undefined) ?? looked;
  const saidOfFile = large ? tooLarge : look.problems;
  const problems = saidOfFile.length > 0 || !isApplied ? saidOfFile : apply.problems;
  const fileError = problems.find(({ field }) => field === "file")?.message;

  function submit(event: FormEvent<HTMLFormElement>) {
    const file = new FormData(event.currentTarget).get("file");
    const isLarge = file instanceof File && file.size > MOST_BYTES;
    setLarge(isLarge);
    setApplied(false);
    // More than a body may hold never reaches the server.
    if (isLarge) event.preventDefault();
    else look.submit(event);
  }

  function submitImport(event: FormEvent<HTMLFormElement>) {
    setApplied(true);
    apply.submit(event);
  }

  return (
    <div className="grid max-w-3xl gap-6">
      <ErrorSummary errors={problems} title="Rien n’est importé" />
      <form action={look.send} onSubmit={submit} noValidate className="grid gap-4">
        <div className={fileError ? "border-danger-line border-l-4 pl-3" : ""}>
          <label htmlFor="file" className="block font-semibold">
            Fichier officiel (.csv ou .json)
          </label>
          <p id="file-hint" className="text-muted text-sm">
            {"900\u00a0ko au plus. Le portail montre d’abord ce qui changerait."}
          </p>
          <input
            id="file"
            name="file"
            type="file"
            accept=".csv,.json"
            aria-describedby={fileError ? "file-hint file-error" : "file-hint"}
            aria-invalid={fileError ? true : undefined}
            className="control mt-1.5"
          />
          {fileError && <FieldError id="file-error">{fileError}</FieldError>}
        </div>
        <div>
          <Button type="submit" icon="search" variant="secondary" busy={look.pending} wide>
            Voir ce qui changerait
          </Button>
        </div>
      </form>
      <StatusMessage tone="info">{preview && foundSentence(preview)}</StatusMessage>
      {preview && (
        <form action={apply.send} onSubmit={submitImport} noValidate className="grid gap-6">
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <input type="hidden" name="shown" value={preview.shown} />
          <input type="hidden" name="years" value={sentBack(preview)} />
          <PlanList plan={preview} />
          {preview.closes.days > 0 && <ClosedDaysEffects closes={preview.closes} />}
          {changesOf(preview) > 0 && (
            <div>
              <Button id="importer" type="submit" icon="check" busy={apply.pending} wide>
                {`Enregistrer ${plural(changesOf(preview), "année", "années")}`}
              </Button>
            </div>
          )}
        </form>
      )}
    </div>
  );
}

const changesOf = ({ years }: CalendarPreview) => years.filter(({ isSame }) => !isSame).length;

const sentBack = ({ years }: CalendarPreview) =>
  JSON.stringify(years.map(({ year }) => typedYear(year)));

function foundSentence(preview: CalendarPreview): string {
  const changes = changesOf(preview);
  return changes === 0
    ? "Ce fichier ne change rien aux années de la commune."
    : `Le fichier est lisible. Il change ${plural(changes, "année", "années")}, pas encore ${changes < 2 ? "enregistrée" : "enregistrées"}.`;
}
