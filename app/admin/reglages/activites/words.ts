import type { ValidationMode } from "@/lib/domain/booking/context";
import { cutOffControls } from "@/lib/domain/cut-off-form";
import { describeCutOff } from "@/lib/domain/cut-off-words";
import type { ListedActivity } from "@/lib/services/settings/activities";
import type { Listed } from "@/lib/services/settings/save-setting";
import type { UnitSetting } from "@/lib/services/settings/units";
import { partsInWords } from "./choices";
import { withPrefix } from "./cut-off-names";

export const activitiesAbove = [
  { href: "/admin/reglages", label: "Réglages" },
  { href: "/admin/reglages/activites", label: "Activités" },
] as const;

export const validationLabel: Readonly<Record<ValidationMode, string>> = {
  automatic: "Vaut aussitôt",
  examined: "Un agent l’examine",
};

/** The controls of an activity that is added: nothing is chosen for the town but the usual hour. */
export const newActivity = {
  additions: "automatic",
  removals: "automatic",
  ...withPrefix("add", { skip: "none", weeks: "1", at: "23:59" }),
  ...withPrefix("remove", { skip: "none", weeks: "1", at: "23:59" }),
};

const tick = (yes: boolean) => (yes ? "1" : "");

/** An activity as its form starts from it, and in words. */
export function activityForm({ id, setting, stamp, department }: ListedActivity) {
  return {
    line: { id, shown: stamp },
    initial: {
      ...newActivity,
      label: setting.label,
      departmentId: String(setting.departmentId),
      additions: setting.additions,
      removals: setting.removals,
      lateAdditions: tick(setting.lateAdditions),
      lateRemovals: tick(setting.lateRemovals),
      ...withPrefix("add", cutOffControls(setting.addCutOff)),
      ...withPrefix("remove", cutOffControls(setting.removeCutOff)),
    },
    facts: [
      { term: "Nom", detail: setting.label },
      { term: "Service", detail: department },
      { term: "Un jour ajouté", detail: validationLabel[setting.additions] },
      { term: "Un jour retiré", detail: validationLabel[setting.removals] },
      { term: "Délai pour ajouter", detail: describeCutOff(setting.addCutOff) },
      { term: "Délai pour retirer", detail: describeCutOff(setting.removeCutOff) },
      { term: "Ajouts hors délai", detail: setting.lateAdditions ? "Sur demande" : "Non" },
      { term: "Annulations hors délai", detail: setting.lateRemovals ? "Sur demande" : "Non" },
    ],
  };
}

/** What of a unit a line of a list says. */
export function unitFacts(setting: UnitSetting, units: readonly Listed<UnitSetting>[]): string[] {
  const labelOf = (id: number | null) => units.find((unit) => unit.id === id)?.setting.label ?? "";
  return [
    ...(setting.covers.length > 0 ? [partsInWords(setting.covers)] : []),
    ...(setting.beginsAt ? [`dès ${setting.beginsAt}`] : []),
    ...(setting.lateUnitOfId
      ? [`hors délai de «\u00a0${labelOf(setting.lateUnitOfId)}\u00a0»`]
      : []),
    ...(setting.paiUnitOfId ? [`PAI de «\u00a0${labelOf(setting.paiUnitOfId)}\u00a0»`] : []),
    ...(setting.chargedOnce ? ["facturée une fois par inscription"] : []),
    setting.agentOnly ? "jamais réservée par les familles" : "réservée par les familles",
  ];
}

/** A unit as its form starts from it, and in words. */
export function unitForm(
  { id, setting, stamp }: Listed<UnitSetting>,
  units: readonly Listed<UnitSetting>[],
) {
  return {
    line: { id, shown: stamp },
    initial: {
      label: setting.label,
      nounSingular: setting.nounSingular,
      nounPlural: setting.nounPlural,
      covers: setting.covers,
      beginsAt: setting.beginsAt ?? "",
      agentOnly: tick(setting.agentOnly),
      chargedOnce: tick(setting.chargedOnce),
      lateUnitOfId: String(setting.lateUnitOfId ?? ""),
      paiUnitOfId: String(setting.paiUnitOfId ?? ""),
    },
    facts: [
      { term: "Nom", detail: setting.label },
      { term: "Au singulier", detail: setting.nounSingular },
      { term: "Au pluriel", detail: setting.nounPlural },
      { term: "Ce qu’elle est", detail: unitFacts(setting, units).join(", ") },
    ],
  };
}
