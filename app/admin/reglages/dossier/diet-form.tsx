"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { plural } from "@/lib/domain/day-words";
import { useSentForm } from "@/app/use-sent-form";
import { ColleagueChanges } from "../colleague-changes";
import { SettingEffects } from "../setting-effects";
import { saveDietOfTown } from "./actions";

interface Diet {
  readonly id: number;
  readonly label: string;
  readonly active: boolean;
  readonly children: number;
  readonly stamp: string;
}

/** A diet's name, and whether it is offered; null: a new one. */
export function DietForm({ diet, idempotencyKey }: { diet: Diet | null; idempotencyKey: string }) {
  const suffix = diet?.id ?? "nouveau";
  const field = `label-${suffix}`;
  const form = useSentForm(
    saveDietOfTown,
    { label: field, "setting-label-taken": field, "diet-religion": field },
    `enregistrer-${suffix}`,
  );
  const [opened] = useState(diet);
  const [label, setLabel] = useState(diet?.label ?? "");
  const [active, setActive] = useState(diet?.active ?? true);
  const problems = form.problems.map((problem) =>
    problem.field === "label" ? { ...problem, field } : problem,
  );
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-4">
      <ErrorSummary errors={problems} title="Rien n’est enregistré" />
      {diet && opened && <ColleagueChanges before={factsOf(opened)} now={factsOf(diet)} />}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {diet && (
        <>
          <input type="hidden" name="id" value={diet.id} />
          <input type="hidden" name="shown" value={diet.stamp} />
        </>
      )}
      <div className="max-w-md">
        <TextField
          name="label"
          id={field}
          label="Nom du régime"
          hint={
            "Ce que l’enfant mange («\u00a0Sans porc\u00a0», «\u00a0Végétarien\u00a0»), jamais une religion."
          }
          value={label}
          onChange={(event) => setLabel(event.target.value)}
          maxLength={80}
          autoComplete="off"
          error={problems.find((problem) => problem.field === field)?.message}
        />
      </div>
      {diet ? (
        <Checkbox
          id={`active-${suffix}`}
          name="active"
          value="1"
          label="Proposé aux familles"
          checked={active}
          onChange={(event) => setActive(event.target.checked)}
        />
      ) : (
        <input type="hidden" name="active" value="1" />
      )}
      {diet && <SettingEffects effects={effectsOf(diet, label.trim(), active)} />}
      <div>
        <Button
          id={`enregistrer-${suffix}`}
          type="submit"
          variant={diet ? "primary" : "secondary"}
          icon={diet ? "check" : "plus"}
          busy={form.pending}
          wide
        >
          {diet ? "Enregistrer" : "Ajouter ce régime"}
        </Button>
      </div>
    </form>
  );
}

function factsOf({ label, active }: Diet) {
  return [
    { term: "Nom", detail: label },
    { term: "Proposé aux familles", detail: active ? "Oui" : "Non" },
  ];
}

function effectsOf(diet: Diet, label: string, active: boolean): string[] {
  const kids = plural(diet.children, "enfant qui l’a", "enfants qui l’ont");
  const has = diet.children > 0;
  return [
    ...(diet.active && !active
      ? [
          `Plus personne ne peut le choisir.${has ? ` ${kids} le gardent jusqu’à ce que leur famille le change.` : ""}`,
        ]
      : []),
    ...(!diet.active && active ? ["Les familles peuvent à nouveau le choisir."] : []),
    ...(label !== "" && label !== diet.label && has
      ? [`Le nouveau nom vaut aussi pour ${kids} déjà.`]
      : []),
  ];
}
