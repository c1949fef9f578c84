"use client";

import { useState, type FormEvent } from "react";
import { Card } from "@/components/ui/card";
import type { Calendar } from "@/lib/domain/calendar";
import { readCutOff } from "@/lib/domain/cut-off-form";
import { cutOffPreview } from "@/lib/domain/cut-off-preview";
import { describeCutOff } from "@/lib/domain/cut-off-words";
import type { Day } from "@/lib/domain/day";
import { capital } from "@/lib/domain/day-words";
import {
  SettingRadios,
  SettingSelect,
  SettingText,
  SettingTick,
  type SettingOption,
} from "../setting-fields";
import { SettingForm, type SettingFormProps } from "../setting-form";
import { useSettingForm } from "../use-setting-form";
import { saveTownActivity } from "./actions";
import { CutOffFields } from "./cut-off-fields";
import { typedCutOffOf, type CutOffPrefix } from "./cut-off-names";
import { validationLabel } from "./words";

const fieldOf = { "setting-label-taken": "label", "choice-gone": "departmentId" };

const validations = Object.entries(validationLabel).map(([value, label]) => ({ value, label }));

type Live = Readonly<Record<string, string>>;

/** An activity, with what its cut-offs give in the coming weeks beside them. */
export function ActivityForm({
  departments,
  calendar,
  beginsAt,
  today,
  ...its
}: SettingFormProps & {
  departments: readonly SettingOption[];
  calendar: Calendar;
  /** The hour of its first unit. */
  beginsAt: string | null;
  today: Day;
}) {
  const form = useSettingForm(saveTownActivity, its.initial, fieldOf);
  const [live, setLive] = useState<Live | null>(null);
  const change = ({ currentTarget }: FormEvent<HTMLFormElement>) =>
    setLive(Object.fromEntries([...new FormData(currentTarget)].map(([n, v]) => [n, String(v)])));
  const started = Object.fromEntries(Object.keys(its.initial).map((n) => [n, form.text(n)]));
  const preview = (prefix: CutOffPrefix) => (
    <Preview typed={live ?? started} its={{ prefix, calendar, beginsAt, today }} />
  );
  return (
    <SettingForm
      form={form}
      its={its}
      back="/admin/reglages/activites"
      addLabel="Ajouter cette activité"
      onChange={change}
    >
      <Card title="Ce que lisent les familles" titleId="textes">
        <div className="grid max-w-2xl gap-5">
          <SettingText
            of={form}
            name="label"
            label="Nom"
            hint={"Par exemple «\u00a0Restauration scolaire\u00a0»."}
            maxLength={80}
          />
          <SettingSelect
            of={form}
            name="departmentId"
            label="Service qui répond"
            none="Choisissez"
            options={departments}
          />
        </div>
      </Card>
      <Card title="Ajouter un jour" titleId="ajouts">
        <div className="grid gap-6 lg:grid-cols-2">
          <div className="grid content-start gap-5">
            <SettingRadios
              of={form}
              name="additions"
              legend="Un jour ajouté"
              options={validations}
            />
            <CutOffFields of={form} prefix="add" live={live} />
            <SettingTick
              of={form}
              name="lateAdditions"
              label="Hors délai, les familles peuvent demander un jour"
              hint="Un agent examine toujours ces demandes."
            />
          </div>
          {preview("add")}
        </div>
      </Card>
      <Card title="Retirer un jour" titleId="retraits">
        <div className="grid gap-6 lg:grid-cols-2">
          <div className="grid content-start gap-5">
            <SettingRadios
              of={form}
              name="removals"
              legend="Un jour retiré"
              options={validations}
            />
            <CutOffFields of={form} prefix="remove" live={live} />
            <SettingTick
              of={form}
              name="lateRemovals"
              label="Hors délai, les familles peuvent demander une annulation"
              hint="Un agent examine toujours ces demandes."
            />
          </div>
          {preview("remove")}
        </div>
      </Card>
    </SettingForm>
  );
}

/** What the rule gives, or why it gives nothing yet. */
function Preview({
  typed,
  its: { prefix, calendar, beginsAt, today },
}: {
  typed: Live;
  its: { prefix: CutOffPrefix; calendar: Calendar; beginsAt: string | null; today: Day };
}) {
  const read = readCutOff(typedCutOffOf(prefix, typed));
  return (
    <div className="bg-sunken self-start rounded-lg p-4">
      <h3 className="text-base">Ce que cela donne</h3>
      {read.ok ? (
        <>
          <p>{`${capital(describeCutOff(read.rule))}.`}</p>
          <ul className="mt-2 list-disc pl-5">
            {cutOffPreview(read.rule, calendar, beginsAt, today).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className="text-muted">Complétez le délai pour voir ce qu’il donne.</p>
      )}
    </div>
  );
}
