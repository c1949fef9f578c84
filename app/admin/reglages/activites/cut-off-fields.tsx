import { Disclosure } from "@/components/ui/disclosure";
import { useHydrated } from "@/components/ui/use-hydrated";
import {
  controlsOfKind,
  cutOffKindLabel,
  MOST_PERIODS,
  type CutOffControl,
  type CutOffKind,
} from "@/lib/domain/cut-off-form";
import { SettingSelect, SettingText } from "../setting-fields";
import type { SettingFields } from "../use-setting-form";
import type { CutOffPrefix } from "./cut-off-names";
import { cutOffKinds, skipChoices, weekChoices, weekdayChoices } from "./choices";

/**
 * The controls of a cut-off: a kind and what it needs, then periods that close on a date of their own.
 * Without JavaScript all are there, and those that the kind does not need are not read.
 */
export function CutOffFields({
  of: form,
  prefix,
  live,
}: {
  of: SettingFields;
  prefix: CutOffPrefix;
  /** What the controls hold now; null until something is typed. */
  live: Readonly<Record<string, string | undefined>> | null;
}) {
  const isHydrated = useHydrated();
  const named = (control: string) => `${prefix}-${control}`;
  const held = (control: string) => live?.[named(control)] ?? form.text(named(control));
  const kind = held("kind");
  const isNeeded = (...controls: CutOffControl[]) =>
    !isHydrated || controls.some((control) => needed(kind).includes(control));
  return (
    <div className="grid max-w-2xl gap-5">
      <SettingSelect
        of={form}
        name={named("kind")}
        label="Délai"
        none="Choisissez"
        options={cutOffKinds.map((value) => ({ value, label: cutOffKindLabel[value] }))}
      />
      <div hidden={!isNeeded("days")} className="grid gap-5">
        <SettingText
          of={form}
          name={named("days")}
          label="Nombre de jours avant"
          hint={"0\u00a0: le jour même."}
          inputMode="numeric"
          className="max-w-24"
        />
        <SettingSelect of={form} name={named("skip")} label="Jours comptés" options={skipChoices} />
      </div>
      <div hidden={!isNeeded("hours")}>
        <SettingText
          of={form}
          name={named("hours")}
          label="Nombre d’heures avant"
          hint="Avant l’heure à laquelle commence l’unité."
          inputMode="numeric"
          className="max-w-24"
        />
      </div>
      <div hidden={!isNeeded("weekday")}>
        <SettingSelect
          of={form}
          name={named("weekday")}
          label="Jour"
          none="Choisissez"
          options={weekdayChoices}
        />
      </div>
      <div hidden={!isNeeded("weeks")}>
        <SettingSelect of={form} name={named("weeks")} label="Semaine" options={weekChoices} />
      </div>
      <div hidden={!isNeeded("dayOfMonth")}>
        <SettingText
          of={form}
          name={named("dayOfMonth")}
          label="Date du mois précédent"
          hint={"De 1 à 31\u00a0; 31\u00a0: le dernier jour du mois."}
          inputMode="numeric"
          className="max-w-24"
        />
      </div>
      <div hidden={!isNeeded("at")}>
        <SettingText
          of={form}
          name={named("at")}
          type="time"
          label="Jusqu’à"
          className="max-w-36"
        />
      </div>
      <Periods of={form} named={named} />
    </div>
  );
}

function needed(kind: string): readonly CutOffControl[] {
  const found = cutOffKinds.find((one): one is CutOffKind => one === kind);
  return found ? controlsOfKind[found] : [];
}

/** Two rows more than there are: as many as a form without JavaScript can fill at once. */
function Periods({ of: form, named }: { of: SettingFields; named: (control: string) => string }) {
  const all = Array.from({ length: MOST_PERIODS }, (_, i) => i);
  const isFilled = (i: number) =>
    ["from", "to", "until"].some((part) => form.text(named(`${part}${i}`)) !== "");
  const filled = all.filter(isFilled);
  const rows = all.slice(0, Math.max(filled.length, (filled.at(-1) ?? -1) + 1) + 2);
  const hasProblem = [
    "periodsAt",
    ...rows.flatMap((i) => [`from${i}`, `to${i}`, `until${i}`]),
  ].some((control) => form.messageOf(named(control)) !== undefined);
  return (
    <Disclosure
      summary="Périodes qui ferment à une date à part"
      open={filled.length > 0 || hasProblem}
    >
      <div className="grid gap-5">
        <p className="text-muted">
          Par exemple des vacances, à réserver avant une même date. Les autres jours suivent le
          délai ci-dessus.
        </p>
        <SettingText
          of={form}
          name={named("periodsAt")}
          type="time"
          label="Ces périodes ferment à"
          optional
          className="max-w-36"
        />
        {rows.map((i) => (
          <fieldset key={i} className="grid gap-3 sm:grid-cols-3">
            <legend className="font-semibold">{`Période ${i + 1}`}</legend>
            <SettingText of={form} name={named(`from${i}`)} type="date" label="Du" optional />
            <SettingText of={form} name={named(`to${i}`)} type="date" label="Au" optional />
            <SettingText
              of={form}
              name={named(`until${i}`)}
              type="date"
              label="À réserver avant la fin du"
              optional
            />
          </fieldset>
        ))}
      </div>
    </Disclosure>
  );
}
