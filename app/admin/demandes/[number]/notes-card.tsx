"use client";

import { instantInWords } from "@/components/portal/requests/words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField } from "@/components/ui/field";
import type { RequestNote } from "@/lib/services/service-requests/notes";
import { noFields, useSentForm } from "@/app/use-sent-form";
import { saveNote } from "../actions";

const TEXT = "text";

/** What agents tell one another about a request, and, for who may answer it, a note to add. */
export function NotesCard({
  number,
  list,
  notes,
  written,
  mayWrite,
  idempotencyKey,
}: {
  number: number;
  /** The query of the list from which one came. */
  list: string;
  notes: readonly RequestNote[];
  /** What was just written here: the next one starts empty. What arrives meanwhile empties nothing. */
  written: string;
  mayWrite: boolean;
  idempotencyKey: string;
}) {
  return (
    <Card title="Notes internes" titleId="les-notes">
      <p className="text-muted text-sm">Seuls les agents les lisent. La famille ne les voit pas.</p>
      {notes.length > 0 && (
        <ul className="divide-line mt-2 grid divide-y">
          {notes.map(({ id, at, authorName, text }) => (
            <li key={id} className="grid gap-1 py-3">
              <p className="measure whitespace-pre-line">{text}</p>
              <p className="text-muted text-sm">{`${authorName}, ${instantInWords(at)}`}</p>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <NoteForm key={written} number={number} list={list} idempotencyKey={idempotencyKey} />
      )}
    </Card>
  );
}

function NoteForm({
  number,
  list,
  idempotencyKey,
}: {
  number: number;
  list: string;
  idempotencyKey: string;
}) {
  const form = useSentForm(saveNote, noFields, TEXT);
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="no-print mt-3 grid gap-4">
      <ErrorSummary errors={form.problems} title="La note n’est pas enregistrée" />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <TextAreaField
        name={TEXT}
        label="Ajouter une note"
        hint="Elle reste&nbsp;: on ne peut ni la modifier ni l’effacer."
        rows={3}
        defaultValue={form.givenBack[TEXT] ?? ""}
        error={form.messageOf(TEXT)}
      />
      <div>
        <Button type="submit" variant="secondary" wide busy={form.pending}>
          Enregistrer la note
        </Button>
      </div>
    </form>
  );
}
