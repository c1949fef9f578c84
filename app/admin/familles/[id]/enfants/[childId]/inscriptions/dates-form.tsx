"use client";

import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DateField } from "@/components/ui/field";
import type { Day } from "@/lib/domain/day";
import { useSentForm } from "../../../../../use-sent-form";
import { changeInscriptionDates } from "../../actions";

/** The dates of one inscription: shortened, lengthened or ended. */
export function DatesForm({
  familyId,
  childId,
  inscription: { id, activity, from, to },
  idempotencyKey,
}: {
  familyId: number;
  childId: number;
  inscription: {
    readonly id: number;
    readonly activity: string;
    readonly from: Day;
    readonly to: Day;
  };
  idempotencyKey: string;
}) {
  const [first, last] = [`from-${id}`, `to-${id}`];
  const fieldOf = {
    "inscription-dates": last,
    "inscription-outside-group": first,
    "inscription-overlaps": first,
    "inscription-has-days": last,
  };
  const form = useSentForm(changeInscriptionDates, fieldOf, last);
  const messageOf = (name: "from" | "to", field: string) =>
    form.messageOf(name) ?? form.messageOf(field);
  const problems = form.problems.map(({ field, message }) => ({
    field: field === "from" ? first : field === "to" ? last : field,
    message,
  }));
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-5">
      <ErrorSummary errors={problems} title="Rien n’est enregistré" />
      <input type="hidden" name="familyId" value={familyId} />
      <input type="hidden" name="childId" value={childId} />
      <input type="hidden" name="inscriptionId" value={id} />
      <input type="hidden" name="shownFrom" value={from} />
      <input type="hidden" name="shownTo" value={to} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div className="flex flex-wrap items-end gap-5">
        <DateField
          id={first}
          name="from"
          label="Premier jour"
          defaultValue={from}
          error={messageOf("from", first)}
        />
        <DateField
          id={last}
          name="to"
          label="Dernier jour"
          defaultValue={to}
          error={messageOf("to", last)}
        />
        <Button type="submit" variant="secondary" busy={form.pending}>
          Changer ces dates <span className="sr-only">{activity}</span>
        </Button>
      </div>
    </form>
  );
}
