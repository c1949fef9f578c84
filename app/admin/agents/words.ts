import type { AgentRole, AgentScope } from "@/lib/domain/access";
import type { ScopeChoices } from "@/lib/services/agents/read-agents";

export const roleLabel: Readonly<Record<AgentRole, string>> = {
  administrator: "Administrateur",
  educationService: "Service éducation",
  desk: "Guichet",
  tariffs: "Tarifs",
  activityAgent: "Agent d’activités",
  animator: "Animateur",
};

/** What the role may, for who gives it. */
export const roleSummary: Readonly<Record<AgentRole, string>> = {
  administrator: "Tout, et les rôles des agents.",
  educationService:
    "Les demandes, les effectifs, les familles, la santé, les tarifs et les réglages de toute la commune.",
  desk: "Les familles, leurs demandes et leurs dates. Ni santé, ni fichiers, ni tarifs, ni réglages.",
  tariffs: "Les tarifs seulement.",
  activityAgent:
    "Les demandes et les effectifs de ses activités, dans ses établissements. Il décide des dates.",
  animator: "Les effectifs du jour de ses activités, dans ses établissements.",
};

/** "Cantine, tous les établissements". */
export function scopeInWords(
  scope: AgentScope,
  { activities, establishments }: ScopeChoices,
): string {
  const name = (list: ScopeChoices["activities"], id: number | "every", every: string) =>
    id === "every" ? every : (list.find((one) => one.id === id)?.label ?? "");
  const activity = name(activities, scope.activityId, "Toutes les activités");
  return `${activity}, ${name(establishments, scope.establishmentId, "tous les établissements")}`;
}
