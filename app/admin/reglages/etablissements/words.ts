import { formatDay } from "@/lib/domain/day-words";
import type { ListedEstablishment } from "@/lib/services/settings/establishments";

export const establishmentsAbove = [
  { href: "/admin/reglages", label: "Réglages" },
  { href: "/admin/reglages/etablissements", label: "Établissements" },
] as const;

/** An establishment as its form starts from it, and in words. */
export function establishmentForm({ id, setting, stamp }: ListedEstablishment) {
  const { name, archivedSince } = setting;
  return {
    line: { id, shown: stamp },
    initial: { name, archived: archivedSince ? "1" : "" },
    facts: [
      { term: "Nom", detail: name },
      {
        term: "État",
        detail: archivedSince
          ? `Archivé depuis le ${formatDay(archivedSince, "dateMedium")}`
          : "Ouvert",
      },
    ],
  };
}
