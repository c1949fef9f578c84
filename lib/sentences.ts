/**
 * What is said when a write is refused. An action can only give a refusal that stands here, so a
 * missing sentence does not compile. Each says what to do next.
 */
export const refusalSentence = {
  "signed-out":
    "Votre session a expiré. Reconnectez-vous\u00a0: ce que vous avez saisi reste à l’écran.",
  "not-found": "Cet élément est introuvable. Revenez à la page précédente.",
  invalid: "Vérifiez les informations indiquées ci-dessous.",
  "too-large": "L’envoi est trop volumineux (1\u00a0Mo au plus). Réduisez-le, puis recommencez.",
  "wrong-origin": "Cet envoi ne vient pas du portail. Rechargez la page, puis recommencez.",
  "key-reused":
    "Cet envoi a déjà été reçu avec un autre contenu. Rechargez la page pour voir où vous en êtes.",
  unexpected:
    "Le portail a rencontré un problème. Rien n’a été enregistré\u00a0: réessayez dans un instant.",
  "link-expired":
    "Ce lien n’est plus valable\u00a0: il a déjà servi ou il est trop ancien. Demandez-en un nouveau.",
  "too-many-attempts": "Trop de tentatives. Réessayez dans un quart d’heure.",
  "draft-changed":
    "Votre brouillon a changé sur un autre appareil. Relisez le récapitulatif à jour, puis envoyez.",
  "plan-changed":
    "Votre calendrier a changé pendant votre lecture. Voici le récapitulatif à jour\u00a0: relisez-le, puis envoyez.",
  "nothing-to-send": "Il n’y a aucun changement à envoyer. Retournez au calendrier pour en faire.",
  "unknown-date":
    "Une des dates n’existe pas dans le calendrier. Rechargez la page, puis recommencez.",
  "already-decided": "Cette demande est déjà traitée. La page montre maintenant où elle en est.",
  "request-changed":
    "Cette demande a changé pendant votre lecture\u00a0: un collègue a répondu, ou la famille l’a modifiée. Relisez-la, puis décidez.",
  "nothing-to-withdraw":
    "Il n’y a plus rien à retirer\u00a0: les dates qui attendent sont passées. Écrivez au service.",
  "no-date-chosen": "Cochez au moins une date.",
  "reason-missing": "Donnez le motif du refus, en 3 à 500 caractères\u00a0: la famille le lira.",
  "reason-too-long": "Raccourcissez le motif\u00a0: 500 caractères au plus.",
} as const satisfies Record<string, string>;

export type Refusal = keyof typeof refusalSentence;
