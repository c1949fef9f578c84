import { quotientDetail, type DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";

/** All of an entry, for a list of names and values: what families read, and what their prices take. */
export function quotientItems(entry: DetailedQuotient): { term: string; detail: string }[] {
  return [
    ...quotientDetail(entry).map(([term, detail]) => ({ term, detail })),
    { term: "Enfants à charge", detail: String(entry.dependentChildren) },
    {
      term: "Habite",
      detail: entry.residence === "inTown" ? "la commune" : "une autre commune",
    },
  ];
}
