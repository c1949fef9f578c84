"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import {
  familyFieldNames,
  familyFields,
  fieldAccessLabel,
  type FamilyField,
  type FieldRule,
  type FieldRules,
} from "@/lib/domain/family-file";
import { ruleEffects } from "@/lib/domain/family-file-setting";
import { useSentForm } from "@/app/use-sent-form";
import { ColleagueChanges } from "../colleague-changes";
import { SettingEffects } from "../setting-effects";
import { saveRules } from "./actions";
import { processingLabel, RuleFields } from "./rule-fields";

const fieldOf = {};
const groups = [
  { about: "guardian", title: "Les responsables" },
  { about: "child", title: "Les enfants" },
] as const;

/** Every field of the file: what families see and change, and whether an agent examines it. */
export function RulesForm({
  rules,
  stamp,
  idempotencyKey,
}: {
  rules: FieldRules;
  stamp: string;
  idempotencyKey: string;
}) {
  const form = useSentForm(saveRules, fieldOf, "enregistrer");
  const [opened] = useState(rules);
  const [chosen, setChosen] = useState(rules);
  const change = (field: FamilyField, part: Partial<FieldRule>) =>
    setChosen({ ...chosen, [field]: { ...chosen[field], ...part } });
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-6">
      <ErrorSummary errors={form.problems} title="Rien n’est enregistré" />
      <ColleagueChanges before={factsOf(opened)} now={factsOf(rules)} />
      <input type="hidden" name="shown" value={stamp} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {groups.map(({ about, title }) => (
        <Card key={about} title={title} titleId={`champs-${about}`}>
          <div className="divide-line grid divide-y">
            {familyFieldNames
              .filter((field) => familyFields[field].about === about)
              .map((field) => (
                <RuleFields
                  key={field}
                  field={field}
                  rule={chosen[field]}
                  onChange={(part) => change(field, part)}
                  messageOf={form.messageOf}
                />
              ))}
          </div>
        </Card>
      ))}
      <SettingEffects effects={ruleEffects(rules, chosen)} />
      <div>
        <Button id="enregistrer" type="submit" icon="check" busy={form.pending} wide>
          Enregistrer ces réglages
        </Button>
      </div>
    </form>
  );
}

function factsOf(rules: FieldRules) {
  return familyFieldNames.map((field) => ({
    term: familyFields[field].label,
    detail: `${fieldAccessLabel[rules[field].access]}, ${processingLabel[rules[field].processing].toLowerCase()}`,
  }));
}
