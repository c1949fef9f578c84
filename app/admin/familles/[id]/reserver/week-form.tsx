"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { CellBase, CellKey } from "@/lib/domain/booking/context";
import { servedPriceLabel } from "@/lib/domain/booking/served";
import type { Day } from "@/lib/domain/day";
import { plural, formatDay } from "@/lib/domain/day-words";
import { ofPerson } from "@/lib/domain/name-words";
import { useSentForm } from "@/app/use-sent-form";
import { familyHref } from "../../hrefs";
import { changeFamilyCalendar } from "./actions";

/** A box of the week; `why` it cannot be changed, or null. */
export interface WeekCell {
  readonly key: CellKey;
  readonly base: CellBase;
  readonly comes: boolean;
  readonly note: string | null;
  readonly locked: boolean;
  /** There is no place left: it is given only where the agent says so. */
  readonly isFull: boolean;
}

export interface WeekChild {
  readonly id: number;
  readonly name: string;
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    /** One a day of the week; null where the unit does not open. */
    readonly cells: readonly (WeekCell | null)[];
  }[];
}

const fieldOf = { "served-full": "over" };

/** The week of a family's children, ticked by an agent, with the price and the reason. */
export function WeekForm({
  familyId,
  schoolYearId,
  week,
  days,
  rows,
  idempotencyKey,
}: {
  familyId: number;
  schoolYearId: number;
  week: Day;
  days: readonly Day[];
  rows: readonly WeekChild[];
  idempotencyKey: string;
}) {
  const form = useSentForm(changeFamilyCalendar, fieldOf, "enregistrer");
  const cells = rows.flatMap((child) =>
    child.rows.flatMap((row) => row.cells.flatMap((c) => c ?? [])),
  );
  const open = cells.filter(({ locked }) => !locked);
  const [wanted, setWanted] = useState<ReadonlySet<CellKey>>(
    () => new Set(cells.filter((cell) => cell.comes).map(({ key }) => key)),
  );
  const added = open.filter((cell) => !cell.comes && wanted.has(cell.key)).length;
  const removed = open.filter((cell) => cell.comes && !wanted.has(cell.key)).length;

  function toggle(key: CellKey) {
    const next = new Set(wanted);
    if (!next.delete(key)) next.add(key);
    setWanted(next);
  }

  return (
    <form
      action={form.send}
      onSubmit={form.submit}
      noValidate
      className="grid grid-cols-[minmax(0,1fr)] gap-6"
    >
      <ErrorSummary errors={form.problems} title="Rien n’a changé" />
      <input type="hidden" name="familyId" value={familyId} />
      <input type="hidden" name="schoolYearId" value={schoolYearId} />
      <input type="hidden" name="week" value={week} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {open.map(({ key, base }) => (
        <input key={key} type="hidden" name="seen[]" value={`${key}=${base}`} />
      ))}
      {rows.map((child) => (
        <WeekTable key={child.id} {...{ child, days, wanted, toggle }} />
      ))}
      <div className="grid max-w-2xl gap-5">
        <RadioGroup
          name="price"
          legend="Prix des jours ajoutés"
          options={Object.entries(servedPriceLabel).map(([value, label]) => ({ value, label }))}
          defaultValue="usual"
          error={form.messageOf("price")}
        />
        <TextAreaField
          name="reason"
          label="Motif"
          hint="La famille le lit dans son courriel, par exemple «&nbsp;Appel de la mère, train supprimé&nbsp;»."
          rows={2}
          error={form.messageOf("reason")}
        />
      </div>
      {(cells.some(({ isFull }) => isFull) || form.messageOf("over")) && (
        <Callout tone="warning" title="Des jours de cette semaine sont complets">
          <Checkbox
            id="over"
            name="over"
            value="1"
            label="Je dépasse la capacité pour les jours complets que j’ajoute"
            hint="Le motif ci-dessus vaut pour ce dépassement : le journal le garde."
            aria-invalid={form.messageOf("over") ? true : undefined}
          />
        </Callout>
      )}
      <p role="status" className="font-semibold">
        {added + removed === 0
          ? "Aucun changement pour l’instant."
          : [
              added > 0 ? plural(added, "jour ajouté", "jours ajoutés") : null,
              removed > 0 ? plural(removed, "jour retiré", "jours retirés") : null,
            ]
              .filter(Boolean)
              .join(", ")}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button id="enregistrer" type="submit" icon="check" busy={form.pending} wide>
          Enregistrer pour la famille
        </Button>
        <ButtonLink href={familyHref(familyId)} variant="secondary" wide>
          Retour au dossier
        </ButtonLink>
      </div>
    </form>
  );
}

const dayTitle = (d: Day | undefined) => (d === undefined ? "" : formatDay(d, "long"));

function WeekTable({
  child,
  days,
  wanted,
  toggle,
}: {
  child: WeekChild;
  days: readonly Day[];
  wanted: ReadonlySet<CellKey>;
  toggle: (key: CellKey) => void;
}) {
  return (
    <section aria-labelledby={`semaine-${child.id}`} className="min-w-0">
      <h2 id={`semaine-${child.id}`} className="mb-2">
        {child.name}
      </h2>
      <ScrollRegion label={`Semaine ${ofPerson(child.name)}`}>
        <table className="border-line bg-card w-full min-w-[40rem] rounded-xl border text-left">
          <caption className="sr-only">{`Semaine ${ofPerson(child.name)}`}</caption>
          <thead>
            <tr>
              <th scope="col" className="p-2">
                Prestation
              </th>
              {days.map((d) => (
                <th key={d} scope="col" className="p-2 whitespace-nowrap">
                  {formatDay(d, "short")}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {child.rows.map((row) => (
              <tr key={row.id} className="border-line border-t">
                <th scope="row" className="min-w-36 p-2 font-normal">
                  {row.label}
                </th>
                {row.cells.map((cell, i) => (
                  <td key={days[i]} className="p-1">
                    {cell && (
                      <label className="hover:bg-brand-soft flex min-h-11 min-w-11 items-center gap-1.5 rounded-lg px-1.5">
                        <input
                          type="checkbox"
                          className="check"
                          name="want[]"
                          value={cell.key}
                          checked={wanted.has(cell.key)}
                          disabled={cell.locked}
                          aria-label={`${row.label}, ${child.name}, ${dayTitle(days[i])}${cell.note ? `, ${cell.note}` : ""}`}
                          onChange={() => toggle(cell.key)}
                        />
                        {cell.note && <span className="text-muted text-sm">{cell.note}</span>}
                      </label>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
