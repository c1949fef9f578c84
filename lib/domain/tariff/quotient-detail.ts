import { formatDay } from "@/lib/domain/day-words";
import { formatCents, formatHundredths, shareOf, type Cents } from "@/lib/domain/money";
import type { QuotientEntry } from "@/lib/domain/tariff/paying-family";
import { formatParts } from "@/lib/domain/tariff/situation";

/** A family's quotient with what it was worked out from, where the town knows it. */
export interface DetailedQuotient extends QuotientEntry {
  /** "Avis d’imposition 2025" */
  readonly source: string;
  readonly annualIncome: Cents | null;
  readonly monthlyBenefits: Cents | null;
}

/** The detail that « Afficher » shows: where the quotient comes from, and how it was worked out. */
export function quotientDetail(its: DetailedQuotient): (readonly [name: string, value: string])[] {
  const { annualIncome, monthlyBenefits, quotientFamilial } = its;
  return [
    [
      "Quotient familial",
      quotientFamilial === null ? "Non connu" : formatHundredths(quotientFamilial),
    ],
    ["Valable depuis le", formatDay(its.from, "dateMedium")],
    ["Source", its.source],
    ...amount("Revenus de l’année", annualIncome),
    ...amount("Prestations du mois", monthlyBenefits),
    ["Nombre de parts", formatParts(its.parts)],
    ...(quotientFamilial === null ? [] : arithmetic(its, quotientFamilial)),
  ];
}

function amount(name: string, its: Cents | null): (readonly [string, string])[] {
  return its === null ? [] : [[name, formatCents(its)]];
}

/** Income of a month and benefits of a month, by the parts: only said where it gives the quotient. */
function arithmetic(
  { annualIncome, monthlyBenefits, parts }: DetailedQuotient,
  quotientFamilial: number,
): (readonly [string, string])[] {
  if (annualIncome === null) return [];
  const benefits = monthlyBenefits ?? 0;
  const exact = shareOf(annualIncome + 12 * benefits, 100, 12 * parts);
  // Whoever worked it out may have dropped the last cent instead of rounding it.
  if (Math.abs(exact - quotientFamilial) > 1) return [];
  const monthly = `${formatCents(annualIncome)} ÷ 12`;
  const resources =
    benefits === 0 ? monthly : `(${monthly} + ${formatHundredths(benefits)}\u00a0€)`;
  const sum = `${resources} ÷ ${formatParts(parts)} = ${formatHundredths(quotientFamilial)}`;
  return [["Calcul", sum]];
}
