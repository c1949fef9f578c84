import type { ClosureState } from "@/lib/domain/closure";
import type { ClosureFigures } from "@/lib/domain/closure-figures";
import { plural } from "@/lib/domain/day-words";
import { formatCents, type Cents } from "@/lib/domain/money";
import type { ListedClosure } from "@/lib/services/closures/list";
import type { Tone } from "@/components/ui/tone";

export const stateWords: Readonly<Record<ClosureState, { label: string; tone: Tone }>> = {
  coming: { label: "À venir", tone: "warning" },
  running: { label: "En cours", tone: "warning" },
  past: { label: "Passée", tone: "neutral" },
  reopened: { label: "Rouverte", tone: "success" },
};

/** "12 enfants de 10 familles". */
export function childrenInWords(children: number, families: number): string {
  return `${plural(children, "enfant", "enfants")} de ${plural(families, "famille", "familles")}`;
}

/** What is closed of what: "École Jacques Prévert, Repas". */
export function closedInWords({ target, unit }: Pick<ListedClosure, "target" | "unit">): string {
  const closed = target === "town" ? "Toute la commune" : target.name;
  return unit === "every" ? closed : `${closed}\u00a0: ${unit.label}`;
}

/** "102,40 € de moins sur les factures". */
export function amountInWords(amount: Cents): string {
  return amount === 0 ? "Rien\u00a0: ces jours n’avaient pas de prix" : formatCents(amount);
}

/** What waits for an answer on these days, and will get none. */
export function waitingInWords({ additions, removals, late }: ClosureFigures["waiting"]): string {
  if (additions + removals === 0) return "Aucune";
  const parts = [
    additions > 0 ? plural(additions, "ajout", "ajouts") : "",
    removals > 0 ? plural(removals, "retrait", "retraits") : "",
  ].filter(Boolean);
  const hors = late > 0 ? `, dont ${late} hors délai (absences comprises)` : "";
  return `${parts.join(", ")}${hors}\u00a0: classés sans suite`;
}

/** Who is told, and who cannot be. */
export function emailsInWords(emails: number, untold: number): string {
  const sent = plural(emails, "courriel", "courriels");
  return untold === 0
    ? sent
    : `${sent}. ${plural(untold, "famille n’a", "familles n’ont")} pas de compte\u00a0: à prévenir autrement`;
}
