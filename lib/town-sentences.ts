/** What is said when a change of what the town is made of is refused: see `sentences.ts`. */
export const townSentence = {
  "choice-gone": "Ce choix n’existe plus. Rechargez la page, puis choisissez à nouveau.",
  "late-unit-elsewhere":
    "Choisissez une unité de la même activité, que les familles réservent, et qui n’a pas déjà une unité hors délai.",
  "pai-unit-elsewhere":
    "Choisissez une unité de la même activité, que les familles réservent, et qui n’a pas déjà une unité PAI.",
  "unit-reserved":
    "Des familles ont réservé cette unité\u00a0: la partie du jour qu’elle couvre, et le fait qu’elles la réservent, ne changent plus. Ajoutez plutôt une unité.",
  "unit-priced":
    "Cette unité a déjà été facturée\u00a0: la façon de la compter ne change plus. Ajoutez plutôt une unité.",
  "establishment-archived":
    "Cet établissement est archivé\u00a0: choisissez-en un autre, ou rouvrez-le dans les établissements.",
  "group-code-taken":
    "Un autre groupe de cette activité, de cet établissement et de cette année a déjà ce code. Choisissez-en un autre.",
  "group-outside-year":
    "Ces dates sortent de l’année scolaire et des étés qui l’entourent. Vérifiez l’année des deux dates.",
  "opening-outside-group":
    "Une ouverture reste dans les dates de son groupe. Changez ces dates, ou d’abord celles du groupe.",
  "exception-outside-group": "Choisissez un jour dans les dates du groupe.",
  "exception-day-taken":
    "Ce jour a déjà une fermeture ou une ouverture exceptionnelle pour les mêmes unités. Retirez-la d’abord.",
  "reservations-contradicted":
    "Des jours réservés deviendraient fermés. Lisez combien, puis cochez la case pour enregistrer quand même.",
  "seats-contradicted":
    "Certains jours, plus d’enfants ont déjà leur place. Lisez lesquels, puis cochez la case pour enregistrer quand même.",
  "seats-outside-group": "Ces jours sont en dehors des dates du groupe. Vérifiez les deux dates.",
  "seats-days-taken":
    "Un nombre de places est déjà donné pour une partie de ces jours. Retirez-le d’abord.",
  "closure-reversed": "Le dernier jour est avant le premier\u00a0: corrigez l’un des deux.",
  "closure-past":
    "Le premier jour est passé\u00a0: ce qui a eu lieu ne se ferme plus. Choisissez aujourd’hui ou un jour à venir.",
  "closure-too-long": "Une fermeture dure 31\u00a0jours au plus. Déclarez la suite à part.",
  "closure-nothing-open":
    "Rien n’est ouvert ces jours-là dans ce que vous avez choisi, et personne n’y est réservé. Choisissez d’autres jours, ou autre chose à fermer.",
  "closure-changed":
    "Des réservations ou des ouvertures ont changé pendant votre lecture. Rien n’est fait\u00a0: voici ce que la fermeture toucherait maintenant. Relisez, puis confirmez.",
  "closure-reopened": "Cette fermeture est déjà annulée\u00a0: les jours sont rouverts.",
  "closure-too-late":
    "Une fermeture se rouvre le jour où elle a été déclarée seulement\u00a0: depuis, les familles se sont organisées autrement. Retirez les jours fermés dans les groupes\u00a0; les familles réservent à nouveau.",
  "closure-overlapped":
    "Une fermeture déclarée depuis touche les mêmes jours. Rouvrez d’abord celle-là, puis celle-ci.",
} as const satisfies Record<string, string>;
