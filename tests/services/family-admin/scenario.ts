import type { ActionContext } from "@/lib/action/write";
import { authorizeTownAgent, type AuthorizedTownAgent } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { day, instantOfMoment, moment } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import type { DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";
import { anActor } from "@/tests/support/actors";
import { anAccount } from "@/tests/support/builders/account";

export const at = "2026-11-22T10:00";
export const today = day("2026-11-22");

/** What an agent of the whole town may do. */
export async function theOffice(when = at): Promise<ActionContext<AuthorizedTownAgent>> {
  const account = await anAccount(prisma, { role: "agent", scopes: [{}] });
  const everything = { activityId: null, establishmentId: null };
  const actor = anActor({ accountId: account.id, role: "agent", scopes: [everything] });
  const proof = authorizeTownAgent(actor);
  if (!proof) throw new Error("An agent of the whole town is authorized");
  return { actor, proof, now: instantOfMoment(moment(when)), moment: moment(when) };
}

/** An entry as an agent writes one, from 1 January 2027 unless told. */
export function anEntry(
  its: Partial<Omit<DetailedQuotient, "from">> & { from?: string } = {},
): DetailedQuotient {
  return {
    quotientFamilial: 61_050,
    parts: 300,
    dependentChildren: 2,
    residence: "inTown",
    source: "Avis d’imposition 2026",
    annualIncome: cents(2_197_800),
    monthlyBenefits: null,
    ...its,
    from: day(its.from ?? "2027-01-01"),
  };
}
