import type { ActionContext } from "@/lib/action/write";
import { authorizeFamily, type Actor, type AuthorizedFamily } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { instantOfMoment, moment } from "@/lib/domain/day";
import { groupNamed, writeTown, type DemoTown } from "@/prisma/seed/town";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";

/** The demo town and the manual's family, in a database that holds nothing else. */
export interface Duponts {
  readonly town: DemoTown;
  readonly family: BuiltFamily;
  /** The manual's five inscriptions of each school year, by the group's code and the child. */
  readonly inscription: (code: string, child: "Léo" | "Lucas", year?: string) => number;
}

const groups = {
  Léo: ["ETUDES_E_PREVERT", "RESTO_R_PREVERT"],
  Lucas: ["ACC_PP_SCO_M_PREVERT", "CLM_PETITS_PREVERT", "RESTO_R_PREVERT"],
} as const;

const years = ["2025-2026", "2026-2027"];

export async function theDuponts(): Promise<Duponts> {
  return prisma.$transaction(
    async (tx) => {
      const town = await writeTown(tx);
      const family = await aFamily(tx, {
        name: "Dupont",
        guardians: [
          { firstName: "Madelaine", email: "madelainedupont@exemple.fr" },
          { firstName: "Thomas", email: "thomas.dupont@exemple.fr" },
        ],
        children: (["Léo", "Lucas"] as const).map((firstName) => ({
          firstName,
          inscriptions: years.flatMap((year) =>
            groups[firstName].map((code) => ({ group: groupNamed(town, code, year).row })),
          ),
        })),
      });
      const inscription = (code: string, firstName: string, year = "2025-2026") => {
        const group = groupNamed(town, code, year).row;
        const child = family.children.find((c) => c.firstName === firstName);
        const found = child?.inscriptions.find((i) => i.groupId === group.id);
        if (!found) throw new Error(`${firstName} has no inscription in ${code}`);
        return found.id;
      };
      return { town, family, inscription };
    },
    { timeout: 30_000 },
  );
}

/** What a guardian of this family may do at a Paris wall time. */
export function guardianContext(
  family: BuiltFamily,
  at: string,
  guardian = 0,
): ActionContext<AuthorizedFamily> {
  const person = family.guardians[guardian];
  if (!person?.accountId) throw new Error("This guardian has no account");
  const actor: Actor = {
    accountId: person.accountId,
    sessionId: "00000000-0000-4000-8000-000000000000",
    role: "guardian",
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email ?? "",
    previousSignInAt: null,
    families: [{ id: family.id, name: family.name }],
    familyId: family.id,
    scopes: [],
    factor: { isSet: false, hasPasskey: false, dueAt: null, isOverdue: false, needsCode: false },
  };
  const proof = authorizeFamily(actor, family.id);
  if (!proof) throw new Error("A guardian is always authorized for the own family");
  return { actor, proof, now: instantOfMoment(moment(at)), moment: moment(at) };
}
