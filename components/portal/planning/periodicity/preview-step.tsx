import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { RadioGroup } from "@/components/ui/radio-group";
import type { BookingContext, BookingInscription } from "@/lib/domain/booking/context";
import type { Day } from "@/lib/domain/day";
import { formatDay, formatPeriod, listInWords, plural } from "@/lib/domain/day-words";
import type { InscriptionPreview } from "@/lib/domain/booking/apply-periodicity";
import { formatDifference, type Cents } from "@/lib/domain/money";
import type { Periodicity } from "@/lib/domain/periodicity";
import { refusalGroups } from "../words";
import type { PeriodicityForm } from "./form";
import { countsOf, weekInWords } from "./words";

/** Step 4: what applying would do, inscription by inscription, before anything is done. */
export function PreviewStep({
  context,
  form,
  setForm,
  periodicity,
  preview,
  difference,
  emptiable,
}: {
  context: BookingContext;
  form: PeriodicityForm;
  setForm: (form: PeriodicityForm) => void;
  periodicity: Periodicity;
  preview: readonly InscriptionPreview[];
  /** By how much the bill changes; null in a town without tariffs. */
  difference: Cents | null;
  /** Inscriptions without a tick that hold something in the period, with how much. */
  emptiable: readonly { inscription: BookingInscription; held: number }[];
}) {
  return (
    <div className="grid gap-4">
      <div>
        <p>{`Période\u00a0: ${formatPeriod(periodicity)}.`}</p>
        <p className="font-semibold">{whatChanges(preview, difference)}</p>
        {periodicity.weeks.map((week, number) => (
          <div key={number}>
            {periodicity.weeks.length > 1 ? (
              <p className="font-semibold">{`Semaine ${number + 1} sur ${periodicity.weeks.length}`}</p>
            ) : null}
            <ul className="list-disc pl-5">
              {weekInWords(context, week).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <RadioGroup
        name="periodicite-mode"
        legend="Mes réservations déjà faites"
        value={form.mode}
        onChange={(event) =>
          setForm({ ...form, mode: event.target.value === "addOnly" ? "addOnly" : "replace" })
        }
        options={[
          {
            value: "replace",
            label: "Remplacer mes réservations de ces activités sur la période",
          },
          { value: "addOnly", label: "Ajouter seulement" },
        ]}
      />
      {form.mode === "replace" && emptiable.length > 0 ? (
        <div>
          {emptiable.map(({ inscription, held }) => (
            <Checkbox
              key={inscription.id}
              id={`vider-${inscription.id}`}
              label={`Vider aussi ${nameOf(context, inscription.id)} (${plural(held, "réservation", "réservations")})`}
              checked={form.emptied.includes(inscription.id)}
              onChange={(event) =>
                setForm({
                  ...form,
                  emptied: event.target.checked
                    ? [...form.emptied, inscription.id]
                    : form.emptied.filter((id) => id !== inscription.id),
                })
              }
            />
          ))}
        </div>
      ) : null}
      <div className="grid gap-3">
        {preview.map((one) => (
          <section key={one.inscriptionId} className="border-line rounded-xl border p-3">
            <h4 className="font-bold">{nameOf(context, one.inscriptionId)}</h4>
            <Part title="Retirées" days={one.removed.map(({ day }) => day)} open />
            {refusalGroups(one.impossible.filter(({ why }) => why !== "closed")).map(
              ({ words, days }) => (
                <Part key={words} title={`Impossibles, ${words}`} days={days} open />
              ),
            )}
            <Part title="Ajoutées" days={one.added.map(({ day }) => day)} />
            <Part title="Inchangées" days={one.unchanged.map(({ day }) => day)} />
            <Part title="Fermé ces jours-là" days={closedDays(one)} />
            {one.added.length + one.removed.length === 0 ? (
              <p className="text-muted">Rien ne change.</p>
            ) : null}
          </section>
        ))}
      </div>
    </div>
  );
}

/** "10 réservations ajoutées, 24 retirées. +12,40 € sur vos factures." */
function whatChanges(preview: readonly InscriptionPreview[], difference: Cents | null): string {
  const { added, removed } = countsOf(preview);
  if (added + removed === 0) return "Rien ne change.";
  const parts = [
    added > 0 ? plural(added, "réservation ajoutée", "réservations ajoutées") : null,
    removed > 0 ? plural(removed, "réservation retirée", "réservations retirées") : null,
  ].filter((part) => part !== null);
  const cost =
    difference === null || difference === 0
      ? ""
      : ` Sur vos factures\u00a0: ${formatDifference(difference)}.`;
  return `${parts.join(", ")}.${cost}`;
}

/** Days that no one can have: said once, whatever closes them. */
function closedDays({ impossible }: InscriptionPreview): Day[] {
  const days = impossible.filter(({ why }) => why === "closed").map(({ cell }) => cell.day);
  return [...new Set(days)].sort();
}

function Part({
  title,
  days,
  open = false,
}: {
  title: string;
  days: readonly Day[];
  open?: boolean;
}) {
  if (days.length === 0) return null;
  return (
    <div className="mt-2">
      <Disclosure open={open} summary={`${title}\u00a0: ${days.length}`}>
        <p className="text-sm">{listInWords(days.map((day) => formatDay(day, "medium")))}</p>
      </Disclosure>
    </div>
  );
}

/** "Léo – Restauration Scolaire". */
export function nameOf(context: BookingContext, inscriptionId: number): string {
  const inscription = context.inscriptions.find(({ id }) => id === inscriptionId);
  const child = context.children.find(({ id }) => id === inscription?.childId);
  return `${child?.firstName ?? ""} – ${inscription?.activityLabel ?? ""}`;
}
