import type { Day } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";

interface Counts {
  readonly following: number;
  readonly kept: number;
}

interface Foreseen extends Counts {
  readonly was: { readonly from: Day } | null;
  readonly now: { readonly from: Day } | null;
  readonly days: { readonly from: Day; readonly to: Day | null };
  readonly unpriced: number;
  readonly unbilledFrom: Day;
}

/** What an entry of the quotient's history changes, in sentences. */
export function quotientConsequences(foreseen: Foreseen): string[] {
  const { was, now, days, unpriced, unbilledFrom } = foreseen;
  const from = formatDay((now ?? days).from, "long");
  const until = days.to === null ? "" : `, jusqu’au ${formatDay(days.to, "long")}`;
  const moved = was && now && was.from !== now.from;
  return [
    `Cette situation vaut à partir du ${from}${until}\u00a0: les nouvelles réservations et les simulations de ces jours prennent leur prix avec elle, dès maintenant.`,
    ...(moved
      ? [`La situation du ${formatDay(was.from, "long")} ne commence plus ce jour-là.`]
      : []),
    ...pricesSentences(foreseen),
    ...(days.from < unbilledFrom
      ? [`Les jours d’avant le ${formatDay(unbilledFrom, "long")} gardent leur prix.`]
      : []),
    ...(unpriced === 0
      ? []
      : [
          `${plural(unpriced, "réservation sans prix reçoit le sien", "réservations sans prix reçoivent le leur")}, si le tarif et la catégorie de l’enfant le permettent.`,
        ]),
  ];
}

/** What becomes of the prices that stand. */
export function pricesSentences({ following, kept }: Counts): string[] {
  if (following + kept === 0) return ["Aucune réservation n’a encore de prix pour ces jours."];
  return [
    ...(following === 0
      ? []
      : [
          `${plural(following, "réservation déjà envoyée prend le prix de son jour", "réservations déjà envoyées prennent le prix de leur jour")}\u00a0: si un montant change, la famille reçoit un message, avec le prix d’avant et celui de maintenant.`,
        ]),
    ...(kept === 0
      ? []
      : [
          `${plural(kept, "réservation déjà envoyée garde son prix", "réservations déjà envoyées gardent leur prix")}.`,
        ]),
  ];
}
