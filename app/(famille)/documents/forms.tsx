"use client";

import { DateField, SelectField } from "@/components/ui/field";
import type { Day } from "@/lib/domain/day";
import { giveAttestation, givePlanning } from "./actions";
import { IssueForm } from "./issue-form";

interface Named {
  readonly id: number;
  readonly name: string;
}

interface Props {
  readonly familyId: number;
  readonly kids: readonly { readonly id: number; readonly firstName: string }[];
  readonly idempotencyKey: string;
}

export function AttestationForm({
  years,
  currentYearId,
  ...rest
}: Props & { years: readonly Named[]; currentYearId: number | null }) {
  return (
    <IssueForm
      {...rest}
      name="attestation"
      submit={giveAttestation}
      label="Télécharger l’attestation"
      fields={(wired) => (
        <SelectField
          {...wired("schoolYearId")}
          label="Année scolaire"
          defaultValue={currentYearId ?? undefined}
        >
          {years.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
    />
  );
}

export function PlanningForm({ from, to, ...rest }: Props & { from: Day; to: Day }) {
  return (
    <IssueForm
      {...rest}
      name="planning"
      submit={givePlanning}
      label="Télécharger le planning"
      fields={(wired) => (
        <div className="flex flex-wrap gap-x-6 gap-y-5">
          <DateField {...wired("from")} label="Du" defaultValue={from} />
          <DateField {...wired("to")} label="Au" defaultValue={to} />
        </div>
      )}
    />
  );
}
