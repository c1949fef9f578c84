"use client";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { plural } from "@/lib/domain/day-words";
import { useSentForm } from "@/app/use-sent-form";
import { carryOut } from "../actions";

const fieldOf = { "import-leaves-out": "leavesOut" };

/** Does what the report says, once its reader agreed to what is left out. */
export function CarryOutForm({
  importId,
  shown,
  changing,
  left,
  idempotencyKey,
}: {
  importId: string;
  shown: string;
  changing: number;
  left: number;
  idempotencyKey: string;
}) {
  const form = useSentForm(carryOut, fieldOf, "importer");
  if (changing === 0) return <ErrorSummary errors={form.problems} title="Rien n’est importé" />;
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid max-w-2xl gap-4">
      <ErrorSummary errors={form.problems} title="Rien n’est importé" />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="shown" value={shown} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {left > 0 && (
        <Checkbox
          id="leavesOut"
          name="leavesOut"
          value="1"
          label={`Laisser ${plural(left, "ligne", "lignes")} de côté`}
          hint={
            "Les erreurs et les doutes ne sont pas importés. Corrigez le fichier et envoyez-le à nouveau\u00a0: ce qui est déjà importé ne l’est pas deux fois."
          }
        />
      )}
      <div>
        <Button id="importer" type="submit" icon="check" busy={form.pending} wide>
          {`Importer ${plural(changing, "ligne", "lignes")}`}
        </Button>
      </div>
    </form>
  );
}
