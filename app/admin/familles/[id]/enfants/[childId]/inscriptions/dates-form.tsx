"use client";

import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/field";
import type { Day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import type { LeavingDay } from "@/lib/services/family-admin/leaving-days";
import { useSentForm } from "@/app/use-sent-form";
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
  const [first, last, giveBack] = [`from-${id}`, `to-${id}`, `give-back-${id}`];
  const fieldOf = {
    "inscription-dates": last,
    "inscription-before-group": first,
    "inscription-after-group": last,
    "inscription-overlaps": first,
    "inscription-has-days": giveBack,
    "inscription-has-past-days": last,
  };
  const form = useSentForm(changeInscriptionDates, fieldOf, last);
  const messageOf = (name: "from" | "to", field: string) =>
    form.messageOf(name) ?? form.messageOf(field);
  const problems = form.problems.map(({ field, message }) => ({
    field: field === "from" ? first : field === "to" ? last : field,
    message,
  }));
  const leaving = form.told as readonly LeavingDay[] | undefined;
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
      {leaving && <LeavingDays days={leaving} />}
      {form.messageOf(giveBack) !== undefined && (
        <Checkbox
          id={giveBack}
          name="giveBack"
          value="1"
          label="Annuler ces jours"
          hint="Ils sont rendus sur les factures, ce qui attendait une réponse est classé sans suite, et chaque famille concernée reçoit un courriel."
        />
      )}
    </form>
  );
}

/** The days that stand outside of the new dates, each once. */
function LeavingDays({ days }: { days: readonly LeavingDay[] }) {
  const each = [...new Set(days.map(({ day }) => day))].sort();
  return (
    <div>
      <p className="font-semibold">{`En dehors de ces dates\u00a0: ${each.length} ${each.length > 1 ? "jours" : "jour"}`}</p>
      <ul
        className="max-h-64 overflow-y-auto"
        tabIndex={0}
        aria-label="Jours en dehors de ces dates"
      >
        {each.map((day) => (
          <li key={day}>{formatDay(day, "long")}</li>
        ))}
      </ul>
    </div>
  );
}
