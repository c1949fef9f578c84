"use client";

import { useState, useTransition, type ChangeEvent, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { StatusMessage } from "@/components/ui/status-message";
import { plural } from "@/lib/domain/day-words";
import { refusalSentence } from "@/lib/sentences";
import { applySpreadsheet, previewSpreadsheet } from "../../actions";
import type { FaultyFile, ImportPreview } from "../../read-import";
import { MOST_BYTES } from "../../limits";
import { PreviewList } from "./preview-list";

const FIELD = "file";

interface ImportState {
  readonly problems: readonly FieldProblem[];
  readonly more: number;
  readonly preview: ImportPreview | null;
  readonly said: string | null;
}

const AT_REST: ImportState = { problems: [], more: 0, preview: null, said: null };

/** Chooses a file, looks at what it would change, and only then applies it. */
export function ImportForm({
  versionId,
  idempotencyKey,
  units,
  categories,
}: {
  versionId: number;
  idempotencyKey: string;
  units: readonly { id: number; label: string }[];
  categories: readonly { id: number; label: string }[];
}) {
  const [state, setState] = useState(AT_REST);
  const [pending, start] = useTransition();
  const fail = (message: string) => setState({ ...AT_REST, problems: [{ field: FIELD, message }] });

  function look(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get(FIELD);
    if (!(file instanceof File) || file.size === 0) return fail("Choisissez un fichier.");
    if (file.size > MOST_BYTES) return fail(refusalSentence["spreadsheet-unreadable"]);
    start(async () => {
      const answer = await previewSpreadsheet(null, form);
      if (answer.ok) return setState({ ...AT_REST, preview: answer.value });
      const faulty = answer.value as FaultyFile | undefined;
      if (!faulty) return fail(answer.message);
      setState({
        ...AT_REST,
        problems: faulty.problems.map(({ ref, message }) => ({
          field: FIELD,
          message: `Cellule ${ref}\u00a0: ${message}`,
        })),
        more: faulty.count - faulty.problems.length,
      });
    });
  }

  function apply({ revision, cells }: ImportPreview) {
    start(async () => {
      const answer = await applySpreadsheet({ versionId, revision, cells, idempotencyKey });
      if (!answer.ok) return fail(answer.message);
      const said = plural(answer.value.count, "prix réglé", "prix réglés");
      setState({ ...AT_REST, said: `Le fichier est appliqué au brouillon\u00a0: ${said}.` });
    });
  }

  function another(_event: ChangeEvent<HTMLInputElement>) {
    setState(AT_REST);
  }

  const { preview, problems, more, said } = state;
  return (
    <div className="grid gap-4">
      <ErrorSummary errors={problems} title="Rien n’est appliqué" />
      {more > 0 && <p>{`Et ${plural(more, "autre erreur", "autres erreurs")}.`}</p>}
      <form onSubmit={look} noValidate className="grid gap-4">
        <input type="hidden" name="versionId" value={versionId} />
        <div>
          <label htmlFor={FIELD} className="block font-semibold">
            Fichier rempli (.xlsx)
          </label>
          <p id="file-hint" className="text-muted text-sm">
            Le portail montre d’abord ce qui changerait.
          </p>
          <input
            id={FIELD}
            name={FIELD}
            type="file"
            accept=".xlsx"
            aria-describedby="file-hint"
            aria-invalid={problems.length > 0 || undefined}
            onChange={another}
            className="control mt-1.5"
          />
        </div>
        <div>
          <Button type="submit" icon="search" variant="secondary" busy={pending && !preview} wide>
            Voir ce qui changerait
          </Button>
        </div>
      </form>
      <StatusMessage tone={preview?.cells.length === 0 ? "info" : "success"}>
        {preview ? foundSentence(preview) : said}
      </StatusMessage>
      {preview && preview.cells.length > 0 && (
        <>
          <PreviewList changes={preview.changes} units={units} categories={categories} />
          <div>
            <Button icon="check" busy={pending} wide onClick={() => apply(preview)}>
              {`Appliquer ${plural(preview.cells.length, "changement", "changements")} au brouillon`}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function foundSentence({ cells }: ImportPreview): string {
  return cells.length === 0
    ? "Ce fichier ne change rien\u00a0: il dit les mêmes prix que le brouillon."
    : `Le fichier est lisible. Il change ${plural(cells.length, "prix réglé", "prix réglés")}, pas encore appliqués.`;
}
