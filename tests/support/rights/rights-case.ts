import { roleMay, scopedPermissions, type AgentPermission } from "@/lib/domain/access";
import { everybody, roleOf, type Person, type World } from "./world";

/** What somebody sends, and who alone may. */
export interface RightsCase {
  readonly sends: (world: World) => unknown;
  /**
   * Guardians who may do exactly this: everybody else is refused, or changes nothing of it. Left out where
   * it is an agents' action: then its permission says it, for each role.
   */
  readonly may?: readonly Person[];
}

/** Those whose role holds the permission; where scopes count, not those whose scopes lie elsewhere. */
export function personsWith(permission: AgentPermission): readonly Person[] {
  const scoped = scopedPermissions.some((each) => each === permission);
  return everybody.filter((person) => {
    if (person === "nobody" || (scoped && person === "agentElsewhere")) return false;
    return roleMay(roleOf[person], permission);
  });
}
