import type { Tx } from "@/lib/commit";
import { anAccount, type BuiltAccount } from "@/tests/support/builders/account";
import { townFacts } from "./facts";
import { type DemoTown, known } from "./town";

/** The accounts of the mairie. Returns the one who answers requests. */
export async function writeAgents(
  db: Tx,
  town: DemoTown,
  passwordHash: string,
): Promise<BuiltAccount> {
  const accounts = [];
  for (const { about: _, scopes, ...facts } of townFacts.agents)
    accounts.push(
      await anAccount(db, {
        ...facts,
        passwordHash,
        scopes: scopes.map(({ activity, establishment }) => ({
          ...(activity && { activityId: known(town.activities, activity).id }),
          ...(establishment && { establishmentId: known(town.establishments, establishment).id }),
        })),
      }),
    );
  const [first] = accounts;
  if (!first) throw new Error("The demo data holds no agent");
  return first;
}
