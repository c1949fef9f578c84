/** What is said where places are lacking. Each says what to do next. */
export const placeSentences = {
  "late-full":
    "Il n’y a plus de place pour une des dates demandées. Fermez cette fenêtre\u00a0: la case complète le dit.",
  "places-full":
    "Il n’y a plus de place pour une partie de vos choix. Rien n’est parti\u00a0: relisez le récapitulatif à jour, puis envoyez le reste.",
  "over-capacity":
    "Certaines de ces dates n’ont plus de place. Sur la page de la demande, cochez la phrase du dépassement et donnez la raison, ou décochez ces dates.",
  "over-reason-missing":
    "Donnez la raison du dépassement, en 3 à 500\u00a0caractères\u00a0: vos collègues la lisent.",
  "served-full":
    "Une partie des jours cochés n’a plus de place. Cochez la phrase du dépassement, ou décochez ces jours.",
} as const;
