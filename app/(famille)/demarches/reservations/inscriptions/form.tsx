"use client";

import Link from "next/link";
import { useActionState, useState } from "react";
import { FamilyField } from "@/components/portal/family/family-shown";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SchoolYearRef } from "@/lib/domain/booking/context";
import { choose } from "../actions";
import { reservations } from "../demarche";

export interface ChildChoice {
  readonly id: number;
  readonly firstName: string;
  readonly inscriptions: readonly {
    readonly id: number;
    readonly activity: string;
    readonly place: string;
    readonly period: string;
    readonly chosen: boolean;
  }[];
}

/** Step 1: every child, every inscription that has not ended. Nothing is final here. */
export function InscriptionsForm(props: {
  familyId: number;
  schoolYear: SchoolYearRef;
  otherYears: readonly SchoolYearRef[];
  kids: readonly ChildChoice[];
}) {
  const [answer, send] = useActionState(choose, null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => initialChoice(props.kids));
  const tick = (ids: readonly number[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const first = `inscription-${props.kids[0]?.inscriptions[0]?.id ?? 0}`;
  return (
    <form action={send} noValidate className="grid gap-6">
      <FamilyField familyId={props.familyId} />
      <input type="hidden" name="schoolYearId" value={props.schoolYear.id} />
      {answer?.ok === false && (
        <ErrorSummary
          errors={[{ field: first, message: answer.fields["inscription"] ?? answer.message }]}
        />
      )}
      <p className="measure">
        Décochez ce que vous ne voulez pas réserver maintenant. Rien n’est définitif : vous pourrez
        revenir à cette étape.
      </p>
      {props.kids.map((child) => (
        <ChildInscriptions key={child.id} child={child} chosen={chosen} tick={tick} />
      ))}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <SubmitButton iconEnd="arrow-right" wide>
          Aller à l’étape 2
        </SubmitButton>
        {props.otherYears.map((year) => (
          <Link
            key={year.id}
            className="text-link"
            prefetch={false}
            href={reservations.stepHref("inscriptions", { annee: year.id })}
          >
            {`Réserver plutôt pour ${year.name}`}
          </Link>
        ))}
      </div>
    </form>
  );
}

function initialChoice(kids: readonly ChildChoice[]): ReadonlySet<number> {
  const all = kids.flatMap(({ inscriptions }) => inscriptions);
  return new Set(all.filter(({ chosen }) => chosen).map(({ id }) => id));
}

function ChildInscriptions({
  child,
  chosen,
  tick,
}: {
  child: ChildChoice;
  chosen: ReadonlySet<number>;
  tick: (ids: readonly number[], on: boolean) => void;
}) {
  const ids = child.inscriptions.map(({ id }) => id);
  const all = ids.every((id) => chosen.has(id));
  const titleId = `child-${child.id}`;
  return (
    <Card
      title={child.firstName}
      titleId={titleId}
      aside={
        <Button variant="quiet" onClick={() => tick(ids, !all)}>
          {all ? "Tout décocher" : "Tout cocher"}
          <span className="sr-only">{` pour ${child.firstName}`}</span>
        </Button>
      }
    >
      <div role="group" aria-labelledby={titleId} className="grid gap-x-6 gap-y-2 md:grid-cols-2">
        {child.inscriptions.map((inscription) => (
          <Checkbox
            key={inscription.id}
            id={`inscription-${inscription.id}`}
            name="inscription[]"
            value={inscription.id}
            checked={chosen.has(inscription.id)}
            onChange={(event) => tick([inscription.id], event.target.checked)}
            label={
              <>
                <span className="block font-semibold">{inscription.activity}</span>
                <span className="text-muted block text-sm">
                  {inscription.place}, {inscription.period}
                </span>
              </>
            }
          />
        ))}
      </div>
    </Card>
  );
}
