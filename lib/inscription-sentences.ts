/** What an agent is told who inscribes a child, or changes the dates of an inscription. */
export const inscriptionSentences = {
  "inscription-dates": "Le dernier jour est avant le premier\u00a0: corrigez l’un des deux.",
  "inscription-before-group":
    "Le premier jour est avant celui du groupe. Choisissez un jour où le groupe accueille.",
  "inscription-after-group":
    "Le dernier jour est après celui du groupe. Choisissez un jour où le groupe accueille.",
  "inscription-overlaps":
    "L’enfant est déjà inscrit à cette activité sur une partie de ces dates. Changez les dates, ou terminez d’abord l’autre inscription.",
  "inscription-changed":
    "Un collègue a changé cette inscription pendant votre lecture. Relisez ses dates, puis recommencez.",
  "inscription-unchanged": "Rien n’a changé\u00a0: il n’y a rien à enregistrer.",
  "inscription-has-days":
    "Des jours réservés ou demandés sortent de ces dates. Relisez-les ci-dessous\u00a0; pour les annuler, cochez la case et recommencez.",
  "inscription-has-past-days":
    "Des jours déjà passés, ou celui d’aujourd’hui, sont réservés en dehors de ces dates\u00a0: ils restent. Choisissez des dates qui les gardent.",
} as const;
