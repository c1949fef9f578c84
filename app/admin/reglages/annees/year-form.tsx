"use client";

import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DateField, TextField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { RequiredNote } from "@/components/ui/required-note";
import { typedYear, type TypedSchoolYear } from "@/lib/domain/typed-school-year";
import type { YearNotSaved } from "@/lib/services/calendar/save-year";
import type { ListedSchoolYear } from "@/lib/services/calendar/list-years";
import { useSentForm } from "@/app/use-sent-form";
import { ColleagueChanges } from "../colleague-changes";
import { saveYear } from "./actions";
import { ClosedDaysEffects } from "./closed-days-effects";
import { schoolYearFacts } from "./words";

const fieldOf = { "school-year-faulty": "name", "school-year-closes": "agreed" };
const blank: TypedSchoolYear = { name: "", from: "", to: "", breaks: [] };

/** Lines of the form: as many as a year of the mainland has breaks, and some to add. */
const LEAST_LINES = 6;
const SPARE_LINES = 2;

/** A school year: its days, and its breaks line by line. */
export function SchoolYearForm({
  year,
  idempotencyKey,
}: {
  /** Null: a new one. */
  year: ListedSchoolYear | null;
  idempotencyKey: string;
}) {
  const form = useSentForm(saveYear, fieldOf, "enregistrer");
  const [opened] = useState(year);
  const refused = form.answer?.ok === false ? form.answer : null;
  // Without scripts the page is drawn anew: with what was typed, not with what is kept.
  const notSaved = refused?.value as YearNotSaved | undefined;
  const begun = notSaved?.typed ?? (year ? typedYear(year) : blank);
  const problems = useMemo(
    () => (notSaved && notSaved.problems.length > 0 ? [...notSaved.problems] : form.problems),
    [notSaved, form.problems],
  );
  const messageOf = (field: string) => problems.find((one) => one.field === field)?.message;
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-6">
      <ErrorSummary errors={problems} title="Rien n’est enregistré" />
      <RequiredNote />
      {year && opened && (
        <ColleagueChanges before={schoolYearFacts(opened)} now={schoolYearFacts(year)} />
      )}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {year && (
        <>
          <input type="hidden" name="id" value={year.id} />
          <input type="hidden" name="shown" value={year.stamp} />
        </>
      )}
      <Card title="L’année" titleId="annee">
        <div className="grid max-w-2xl gap-5">
          <TextField
            name="name"
            label="Nom"
            hint={"Par exemple «\u00a02026-2027\u00a0»."}
            defaultValue={begun.name}
            maxLength={20}
            autoComplete="off"
            error={messageOf("name")}
          />
          <DateField
            name="from"
            label="Jour de la rentrée"
            defaultValue={begun.from}
            error={messageOf("from")}
          />
          <DateField
            name="to"
            label="Dernier jour de classe"
            defaultValue={begun.to}
            error={messageOf("to")}
          />
        </div>
      </Card>
      <BreakLines typed={begun} messageOf={messageOf} />
      {notSaved?.closes && <ClosedDaysEffects closes={notSaved.closes} />}
      <div className="flex flex-wrap gap-3">
        <Button id="enregistrer" type="submit" icon="check" busy={form.pending} wide>
          {year ? "Enregistrer" : "Ajouter cette année"}
        </Button>
        <ButtonLink href="/admin/reglages/annees" variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}

function BreakLines({
  typed,
  messageOf,
}: {
  typed: TypedSchoolYear;
  messageOf: (field: string) => string | undefined;
}) {
  // Lines never go while one types: what is sent says which line is wrong by its place.
  const [least] = useState(Math.max(LEAST_LINES, typed.breaks.length + SPARE_LINES));
  const lines = Math.max(least, typed.breaks.length);
  return (
    <Card title="Les vacances et les ponts" titleId="vacances">
      <p className="measure text-muted mb-4 text-sm">
        {
          "Du premier au dernier jour sans école. Laissez vides les lignes qui ne servent pas\u00a0; pour retirer des vacances, videz leur ligne. Les vacances d’été et les jours fériés ne s’écrivent pas."
        }
      </p>
      <ol className="grid gap-5">
        {Array.from({ length: lines }, (_, i) => (
          <li key={i}>
            <Fieldset name={`vacances-${i}`} legend={`Ligne ${i + 1}`}>
              <div className="grid gap-x-5 gap-y-3 lg:grid-cols-[minmax(0,1fr)_auto_auto]">
                <TextField
                  name="breakName[]"
                  id={`breakName.${i}`}
                  label="Nom"
                  optional
                  defaultValue={typed.breaks[i]?.name ?? ""}
                  maxLength={80}
                  autoComplete="off"
                  error={messageOf(`breakName.${i}`)}
                />
                <DateField
                  name="breakFrom[]"
                  id={`breakFrom.${i}`}
                  label="Premier jour"
                  optional
                  defaultValue={typed.breaks[i]?.from ?? ""}
                  error={messageOf(`breakFrom.${i}`)}
                />
                <DateField
                  name="breakTo[]"
                  id={`breakTo.${i}`}
                  label="Dernier jour"
                  optional
                  defaultValue={typed.breaks[i]?.to ?? ""}
                  error={messageOf(`breakTo.${i}`)}
                />
              </div>
            </Fieldset>
          </li>
        ))}
      </ol>
    </Card>
  );
}
