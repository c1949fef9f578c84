import type { Day } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";
import type { DocumentStatus, SupportingDocumentType } from "@/lib/domain/supporting-document";

/** "Valable jusqu’au 31 août 2027", "A expiré le 31 août 2025"; null where there is nothing to say. */
export function validityInWords(status: DocumentStatus, validUntil: Day | null): string | null {
  if (status === "refused" || status === "withdrawn" || status === "dropped") return null;
  if (validUntil === null) return status === "pending" ? null : "Valable sans limite de durée";
  const date = formatDay(validUntil, "dateMedium");
  if (status === "expired") return `N’est plus valable depuis le ${date}`;
  return status === "pending" ? `Sera valable jusqu’au ${date}` : `Valable jusqu’au ${date}`;
}

/** How long such a document will hold, said before it is sent; null where its date is typed. */
export function futureValidityInWords({
  validity,
  validityMonths,
}: Pick<SupportingDocumentType, "validity" | "validityMonths">): string | null {
  switch (validity) {
    case "forever":
      return "Ce document reste valable sans limite de durée.";
    case "months":
      return `Ce document sera valable ${plural(validityMonths ?? 0, "mois", "mois")}.`;
    case "schoolYear":
      return "Ce document sera valable jusqu’à la fin de l’année scolaire.";
    case "untilDate":
      return null;
  }
}

/** "1,2 Mo", "340 ko": in thousands, as telephones and computers say it. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return plural(bytes, "octet", "octets");
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)}\u00a0ko`;
  const megabytes = Math.round(bytes / 100_000) / 10;
  return `${String(megabytes).replace(".", ",")}\u00a0Mo`;
}
