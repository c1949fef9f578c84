import {
  accountRoles,
  agentPermissions,
  isAgentRole,
  permissionsOf,
  reachOf,
  roleMay,
  scopedPermissions,
  townPermissions,
  type AccountRole,
  type Permission,
} from "@/lib/domain/access";

const everyPermission: readonly Permission[] = ["act-for-family", ...agentPermissions];

/** The whole matrix, written a second time: whoever gives or takes a right says it twice. */
const matrix: Readonly<Record<AccountRole, readonly Permission[]>> = {
  guardian: ["act-for-family"],
  administrator: agentPermissions,
  educationService: agentPermissions.filter(
    (permission) => !["manage-agents", "import-town", "read-journal"].includes(permission),
  ),
  desk: ["read-requests", "decide-requests", "read-families"],
  tariffs: ["manage-tariffs"],
  activityAgent: scopedPermissions,
  animator: ["read-day-list"],
};

test.each(accountRoles)("%s may what the matrix says, and nothing else", (role) => {
  const held = everyPermission.filter((permission) => roleMay(role, permission));
  expect(held).toEqual(everyPermission.filter((permission) => matrix[role].includes(permission)));
  expect(new Set(permissionsOf[role]).size).toBe(permissionsOf[role].length);
});

test("nobody acts for a family and for the town", () => {
  for (const role of accountRoles) expect(roleMay(role, "act-for-family")).toBe(!isAgentRole(role));
});

test("a role with limits holds no right over the whole town, and one without needs no scope", () => {
  for (const role of accountRoles.filter(isAgentRole)) {
    const { wholeTown } = reachOf(role, []);
    if (!wholeTown) expect(townPermissions.filter((each) => roleMay(role, each))).toEqual([]);
    const scopes = [{ activityId: "every", establishmentId: "every" }] as const;
    expect(reachOf(role, scopes)).toEqual(wholeTown ? { wholeTown } : { wholeTown, scopes });
  }
});

test("who changes or decides something may read it", () => {
  const needs: readonly (readonly [Permission, Permission])[] = [
    ["decide-requests", "read-requests"],
    ["decide-files", "read-requests"],
    ["decide-files", "read-documents"],
    ["change-families", "read-families"],
    ["read-health", "read-families"],
    ["import-town", "change-families"],
    ["read-journal", "read-families"],
    ["read-journal", "read-health"],
  ];
  for (const role of accountRoles)
    for (const [act, read] of needs) if (roleMay(role, act)) expect(roleMay(role, read)).toBe(true);
});
