import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import type { DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";
import { townAgentContext } from "@/tests/support/actors";
import { anAccount } from "@/tests/support/builders/account";

export const at = "2026-11-22T10:00";
export const today = day("2026-11-22");

/** What an agent of the whole town may do. */
export async function theOffice(when = at) {
  return townAgentContext(await anAccount(prisma, { role: "educationService" }), when);
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
