/** What somebody may do: the whole list. A right that is not here does not exist. */
export type Permission = FamilyPermission | AgentPermission;

/** Guardians act for their own families, and nobody else does. */
export type FamilyPermission = "act-for-family";

/** Rights whose services look at the agent's scopes: a role with limits holds none but these. */
export const scopedPermissions = [
  /** Who comes on a day, with what those who look after them must know (the PAI too). */
  "read-day-list",
  "read-requests",
  /** Dates of reservations: accepted, or refused with a reason. */
  "decide-requests",
  /** Files that families gave as a proof; each reading stands in the journal. */
  "read-documents",
] as const;

/** Rights over the whole town: what they are about belongs to no activity and to no establishment. */
export const townPermissions = [
  "read-families",
  /** Quotient, category, rights of a home, documents handed over at the desk. */
  "change-families",
  /** Lines of the family's file, and documents. */
  "decide-files",
  "read-health",
  "manage-tariffs",
  "manage-settings",
  /** Days on which something closes: reservations are cancelled, given back and told, by the hundred. */
  "manage-closures",
  /** What the town tells: news, and the pages of "Infos pratiques". */
  "manage-news",
  "manage-agents",
  /** Families, children and inscriptions of a whole file at once. */
  "import-town",
  /** Who did what in the whole town, on the screen and as a file. */
  "read-journal",
] as const;

export const agentPermissions = [...scopedPermissions, ...townPermissions] as const;

export type AgentPermission = (typeof agentPermissions)[number];

/** Whom the town hall gives an account, and what for. */
export const agentRoles = [
  "administrator",
  "educationService",
  "desk",
  "tariffs",
  "activityAgent",
  "animator",
] as const;
export type AgentRole = (typeof agentRoles)[number];

/** Mirrored by the database. */
export const accountRoles = ["guardian", ...agentRoles] as const;
export type AccountRole = (typeof accountRoles)[number];

const educationService = [
  ...scopedPermissions,
  "read-families",
  "change-families",
  "decide-files",
  "read-health",
  "manage-tariffs",
  "manage-settings",
  "manage-closures",
  "manage-news",
] as const satisfies readonly Permission[];

/** Which role may what: the only place that says so. */
export const permissionsOf: Readonly<Record<AccountRole, readonly Permission[]>> = {
  guardian: ["act-for-family"],
  administrator: [...educationService, "manage-agents", "import-town", "read-journal"],
  educationService,
  desk: ["read-requests", "decide-requests", "read-families"],
  tariffs: ["manage-tariffs"],
  activityAgent: ["read-day-list", "read-requests", "decide-requests", "read-documents"],
  animator: ["read-day-list"],
};

export function roleMay(role: AccountRole, permission: Permission): boolean {
  return permissionsOf[role].includes(permission);
}

/** What a role's rights are over: its own families, the whole town, or what its scopes say. */
const span: Readonly<Record<AccountRole, "families" | "town" | "scopes">> = {
  guardian: "families",
  administrator: "town",
  educationService: "town",
  desk: "town",
  tariffs: "town",
  activityAgent: "scopes",
  animator: "scopes",
};

/** Whose pages an account sees: the families' or the agents'. */
export type Side = "guardian" | "agent";

export function sideOf(role: AccountRole): Side {
  return span[role] === "families" ? "guardian" : "agent";
}

/** One activity or every one, in one establishment or in every one: "every" is said, never left out. */
export interface AgentScope {
  readonly activityId: number | "every";
  readonly establishmentId: number | "every";
}

/** How far an agent's rights go. Without a scope, nowhere. */
export type Reach =
  | { readonly wholeTown: true }
  | { readonly wholeTown: false; readonly scopes: readonly AgentScope[] };

export function reachOf(role: AgentRole, scopes: readonly AgentScope[]): Reach {
  return span[role] === "town" ? { wholeTown: true } : { wholeTown: false, scopes };
}

export function isAgentRole(role: AccountRole): role is AgentRole {
  return sideOf(role) === "agent";
}

/** Whether a role may nothing until a scope is given to it. */
export function needsScopes(role: AgentRole): boolean {
  return span[role] === "scopes";
}
