import { prisma } from "@/lib/db";
import { townAgentContext as agentOfTown } from "@/tests/support/actors";
import { anAccount, type BuiltAccount } from "@/tests/support/builders/account";
import { aFamily, type BuiltChild, type BuiltFamily } from "@/tests/support/builders/family";

/** A child of two homes, and two agents of the whole town. */
export interface DecisionScenario {
  readonly family: BuiltFamily;
  readonly child: BuiltChild;
  readonly otherHome: BuiltFamily;
  readonly agent: BuiltAccount;
  readonly colleague: BuiltAccount;
}

export async function aDecisionScenario(): Promise<DecisionScenario> {
  const family = await aFamily(prisma, {
    name: "Dupont",
    guardians: [{ firstName: "Madelaine", email: "madelaine@exemple.fr" }],
    children: [{ firstName: "Léo" }],
  });
  const [child] = family.children;
  if (!child) throw new Error("The family has a child");
  const everywhere = { role: "educationService" } as const;
  return {
    family,
    child,
    otherHome: await aFamily(prisma, { name: "Martin", children: [{ existing: child }] }),
    agent: await anAccount(prisma, { ...everywhere, firstName: "Nadia", lastName: "Leroy" }),
    colleague: await anAccount(prisma, { ...everywhere, firstName: "Paul", lastName: "Morel" }),
  };
}

/** What an agent of the whole town may do, on 23 November 2026 at 9. */
export const townAgentContext = (account: BuiltAccount) => agentOfTown(account, "2026-11-23T09:00");
