import type { Refused } from "@/lib/action/write";

/** What the form asks for again, by the name of the field and of the address. */
const kept = [
  ["typeId", "type"],
  ["about", "pour"],
  ["validUntil", "date"],
  ["requestNumber", "demande"],
] as const;

/** Without JavaScript: the form again, with what was typed and why it was refused. */
export function refusedHref(refused: Refused, typed: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams({ erreur: refused.refusal });
  for (const [field, name] of kept) {
    const value = typed[field];
    if (typeof value === "string" && value.length <= 40) query.set(name, value);
  }
  const file = fileOf(refused.value);
  if (file !== null) query.set("fichier", String(file + 1));
  return `/famille/justificatifs/nouveau?${query.toString()}`;
}

/** Which file is refused, the first being 0; null where it is not about one. */
function fileOf(value: unknown): number | null {
  if (typeof value !== "object" || value === null || !("file" in value)) return null;
  return typeof value.file === "number" ? value.file : null;
}
