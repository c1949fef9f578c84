"use client";

import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField } from "@/components/ui/field";
import { useSentForm } from "@/app/use-sent-form";
import { sayColumns } from "../../actions";

const fieldOf = { "import-columns": "colonne-0" };

/** A choice for each column of a file: one of the portal's fields, or nothing. */
export function ColumnsForm({
  importId,
  columns,
  meanings,
  idempotencyKey,
}: {
  importId: string;
  columns: readonly { header: string; sample: string; meaning: string }[];
  meanings: readonly { value: string; label: string }[];
  idempotencyKey: string;
}) {
  const form = useSentForm(sayColumns, fieldOf, "colonne-0");
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid max-w-2xl gap-5">
      <ErrorSummary errors={form.problems} title="Les colonnes ne suffisent pas" />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {columns.map(({ header, sample, meaning }, i) => (
        <SelectField
          // Columns have no other name: two may be called the same.
          key={i}
          id={`colonne-${i}`}
          name="columns[]"
          label={header}
          hint={sample === "" ? "Vide aux premières lignes" : sample}
          defaultValue={meaning}
          error={i === 0 ? form.messageOf("colonne-0") : undefined}
        >
          <option value="ignored">Ignorer</option>
          {meanings.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      ))}
      <div>
        <Button id="comparer" type="submit" icon="search" busy={form.pending} wide>
          Voir ce qui changerait
        </Button>
      </div>
    </form>
  );
}
