import type { Day } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";

interface Foreseen {
  readonly was: { readonly from: Day } | null;
  readonly now: { readonly from: Day } | null;
  readonly days: { readonly from: Day; readonly to: Day | null };
  readonly kept: number;
  readonly unpriced: number;
}

/** What an entry of the quotient's history changes, in sentences. */
export function quotientConsequences({ was, now, days, kept, unpriced }: Foreseen): string[] {
  const from = formatDay((now ?? days).from, "long");
  const until = days.to === null ? "" : `, jusqu’au ${formatDay(days.to, "long")}`;
  const moved = was && now && was.from !== now.from;
  return [
    `Cette situation vaut à partir du ${from}${until}\u00a0: les nouvelles réservations et les simulations de ces jours prennent leur prix avec elle, dès maintenant.`,
    ...(moved
      ? [`La situation du ${formatDay(was.from, "long")} ne commence plus ce jour-là.`]
      : []),
    ...keptSentence(kept),
    ...(unpriced === 0
      ? []
      : [
          `${plural(unpriced, "réservation sans prix reçoit le sien", "réservations sans prix reçoivent le leur")}, si le tarif et la catégorie de l’enfant le permettent.`,
        ]),
  ];
}

/** Prices that were announced are prices that are due. */
export function keptSentence(kept: number): string[] {
  return kept === 0
    ? ["Aucune réservation n’a encore de prix pour ces jours."]
    : [
        `${plural(kept, "réservation déjà envoyée garde son prix", "réservations déjà envoyées gardent leur prix")}\u00a0: ce qui a été annoncé à la famille ne change pas.`,
      ];
}
