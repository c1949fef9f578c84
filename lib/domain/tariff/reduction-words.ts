import { listInWords, plural } from "@/lib/domain/day-words";
import { offInWords, residenceLabel, type Reduction } from "@/lib/domain/tariff/reduction";
import type { UnknownQuotient } from "@/lib/domain/tariff/version";

/** "à partir de 3 enfants à charge", "à partir du 3e enfant de la famille", "familles : Commune". */
export function conditionInWords({ when }: Pick<Reduction, "when">): string {
  switch (when.kind) {
    case "dependentChildren":
      return `à partir de ${plural(when.atLeast, "enfant à charge", "enfants à charge")}`;
    case "rank":
      return when.atLeast === 1
        ? "pour tous les enfants de la famille"
        : `à partir du ${when.atLeast}e\u00a0enfant de la famille`;
    case "residence":
      return `pour les familles «\u00a0${residenceLabel[when.is]}\u00a0»`;
  }
}

/** What a reduction takes off, from whom, and on what, in one sentence. */
export function reductionInWords(
  reduction: Reduction,
  names: {
    readonly unit: (id: number) => string;
    readonly category: (id: number) => string;
  },
): string {
  const { unitIds, categoryIds } = reduction;
  const units =
    unitIds === "every" ? "toutes les prestations" : listInWords(unitIds.map(names.unit));
  const categories =
    categoryIds === "every"
      ? "toutes les catégories"
      : listInWords(categoryIds.map((id) => `«\u00a0${names.category(id)}\u00a0»`));
  return `${offInWords(reduction.off)} ${conditionInWords(reduction)}. Prestations\u00a0: ${units}. Catégories\u00a0: ${categories}.`;
}

export const unknownQuotientWords: Readonly<Record<UnknownQuotient, string>> = {
  highest:
    "Une famille dont le quotient familial n’est pas connu paie le prix le plus élevé, en attendant son justificatif.",
  refuse:
    "Une famille dont le quotient familial n’est pas connu n’a pas de prix\u00a0: elle doit d’abord transmettre son justificatif.",
};
