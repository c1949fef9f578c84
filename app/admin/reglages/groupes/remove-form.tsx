"use client";

import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { Action } from "@/lib/action";
import { ConfirmContradiction } from "../contradiction-field";
import { ConfirmOverDays } from "./over-days-field";
import { useSettingForm } from "../use-setting-form";

const none = {};
const fieldOf = { "seats-contradicted": "confirmed" };

/** Takes a line of a group's schedule away, once what it takes from families is confirmed. */
export function RemoveForm({
  remove,
  groupId,
  line,
  label,
  idempotencyKey,
}: {
  remove: Action<{ groupId: number }>;
  groupId: number;
  line: { readonly id: number; readonly shown: string };
  label: string;
  idempotencyKey: string;
}) {
  const form = useSettingForm(remove, none, fieldOf);
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-4">
      <ErrorSummary errors={form.problems} title="Rien n’est retiré" />
      <input type="hidden" name="groupId" value={groupId} />
      <input type="hidden" name="id" value={line.id} />
      <input type="hidden" name="shown" value={line.shown} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <ConfirmContradiction answer={form.answer} />
      <ConfirmOverDays answer={form.answer} />
      <div>
        <Button id="enregistrer" type="submit" variant="secondary" busy={form.pending} wide>
          {label}
        </Button>
      </div>
    </form>
  );
}
