import { importSentences } from "@/lib/import-sentences";
import { passwordTooShort } from "@/lib/domain/password";
import { inscriptionSentences } from "./inscription-sentences";
import { messageSentences } from "./message-sentences";
import { placeSentences } from "./place-sentences";
import { townSentence } from "./town-sentences";

/**
 * What is said when a write is refused. An action can only give a refusal that stands here, so a
 * missing sentence does not compile. Each says what to do next.
 */
export const refusalSentence = {
  ...townSentence,
  ...placeSentences,
  ...messageSentences,
  ...inscriptionSentences,
  "signed-out":
    "Votre session a expiré. Reconnectez-vous\u00a0: ce que vous avez saisi reste à l’écran.",
  "not-found": "Cet élément est introuvable. Revenez à la page précédente.",
  "other-family":
    "Vous êtes passé à un autre foyer dans un autre onglet. Rien n’a été enregistré\u00a0: revenez au foyer de ce formulaire, puis envoyez à nouveau.",
  invalid: "Vérifiez les informations indiquées ci-dessous.",
  "too-large": "L’envoi est trop volumineux (1\u00a0Mo au plus). Réduisez-le, puis recommencez.",
  "wrong-origin": "Cet envoi ne vient pas du portail. Rechargez la page, puis recommencez.",
  "key-reused":
    "Cet envoi a déjà été reçu avec un autre contenu. Rechargez la page pour voir où vous en êtes.",
  unexpected:
    "Le portail a rencontré un problème. Rien n’a été enregistré\u00a0: réessayez dans un instant.",
  "link-expired":
    "Ce lien n’est plus valable\u00a0: il a déjà servi ou il est trop ancien. Demandez-en un nouveau.",
  "password-changed":
    "Votre mot de passe a changé entre-temps, sur un autre appareil. Rechargez la page, puis recommencez.",
  "password-short": passwordTooShort,
  "password-short-alone":
    "Votre mot de passe est trop court pour rester seul\u00a0: choisissez-en d’abord un de 12\u00a0caractères au moins, dans «\u00a0Mon compte\u00a0».",
  "password-guessable":
    "Ce mot de passe se devine facilement\u00a0: il est très courant, ou fait de mots et de noms connus. Essayez plusieurs mots sans lien entre eux.",
  "factor-code-wrong":
    "Ce code n’est pas le bon, ou il a déjà servi. Saisissez le suivant que montre l’application, ou un autre de vos codes de secours.",
  "factor-needed":
    "Confirmez d’abord que c’est bien vous\u00a0: dans un autre onglet, ouvrez «\u00a0Mon compte\u00a0», puis «\u00a0Confirmer que c’est moi\u00a0». Ce que vous avez saisi reste ici\u00a0: envoyez-le à nouveau ensuite.",
  "factor-overdue":
    "Mettez d’abord en place la validation en deux étapes, dans «\u00a0Mon compte\u00a0»\u00a0: elle est obligatoire pour les agents.",
  "factor-set-up-gone":
    "Cette mise en place a expiré, ou elle est déjà faite. Rechargez la page pour voir où vous en êtes.",
  "factor-not-set": "La validation en deux étapes n’est pas en place sur ce compte.",
  "factor-compulsory":
    "La validation en deux étapes est obligatoire pour les agents\u00a0: elle ne s’arrête pas.",
  "passkey-refused":
    "Cette clé d’accès n’est pas acceptée\u00a0: elle a été retirée, ou l’attente a été trop longue. Réessayez, ou continuez autrement.",
  "passkeys-too-many": "Vous avez déjà dix clés d’accès. Retirez-en une, puis recommencez.",
  "half-session-expired": "Le temps pour saisir le code est passé. Connectez-vous à nouveau.",
  "too-many-attempts": "Trop de tentatives. Réessayez dans un quart d’heure.",
  "draft-changed":
    "Votre brouillon a changé sur un autre appareil. Relisez le récapitulatif à jour, puis envoyez.",
  "plan-changed":
    "Votre calendrier a changé pendant votre lecture. Voici le récapitulatif à jour\u00a0: relisez-le, puis envoyez.",
  "nothing-to-send": "Il n’y a aucun changement à envoyer. Retournez au calendrier pour en faire.",
  "unknown-date":
    "Une des dates n’existe pas dans le calendrier. Rechargez la page, puis recommencez.",
  "late-not-offered":
    "Ce jour ne peut plus être demandé ici. Fermez cette fenêtre\u00a0: la case vous dit à qui écrire.",
  "late-in-time":
    "Le délai n’est pas passé. Fermez cette fenêtre, puis changez la case et envoyez votre brouillon.",
  "late-overlap":
    "Une autre réservation occupe déjà ce moment du même jour. Demandez d’abord son annulation.",
  "cell-changed":
    "Ce jour a changé entre-temps. Rechargez la page pour voir où il en est, puis recommencez.",
  "price-changed": "Le prix a changé pendant votre lecture. Relisez-le, puis demandez au service.",
  "already-decided": "Cette demande est déjà traitée. La page montre maintenant où elle en est.",
  "dates-gone":
    "Certaines de ces dates sont passées, ou fermées depuis la demande\u00a0: elles ne peuvent plus être acceptées. Ouvrez la demande, décochez-les, puis refusez-les à part.",
  "request-changed":
    "Cette demande a changé pendant votre lecture\u00a0: un collègue a répondu, ou la famille l’a modifiée. Relisez-la, puis décidez.",
  "nothing-to-withdraw":
    "Il n’y a plus rien à retirer\u00a0: les dates qui attendent sont passées. Écrivez au service.",
  "no-date-chosen": "Cochez au moins une date.",
  "no-line-chosen": "Cochez au moins une information.",
  "no-document-chosen": "Cochez au moins un justificatif.",
  "reason-missing": "Donnez le motif du refus, en 3 à 500 caractères\u00a0: la famille le lira.",
  "reason-too-long": "Raccourcissez le motif\u00a0: 500 caractères au plus.",
  "tariff-published":
    "Ce tarif est publié\u00a0: il ne change plus. Pour le corriger, préparez un nouveau tarif à partir de celui-ci.",
  "tariff-draft-changed":
    "Un collègue a enregistré ce brouillon pendant votre saisie. Ce que vous avez saisi est toujours à l’écran\u00a0: comparez, puis enregistrez à nouveau.",
  "tariff-unchanged": "Rien n’a changé\u00a0: il n’y a rien à enregistrer.",
  "tariff-faulty":
    "Un des prix ou une des réductions ne peut pas être utilisé. Vérifiez-les, puis recommencez.",
  "tariff-name-taken":
    "Un autre tarif porte déjà ce nom. Les familles le lisent\u00a0: choisissez-en un autre.",
  "tariff-incomplete":
    "Ce tarif n’est pas complet\u00a0: il manque des prix. Remplissez-les, puis publiez.",
  "tariff-date-too-early":
    "Choisissez une date à partir de demain\u00a0: un jour déjà commencé ne change plus de prix.",
  "tariff-period-taken":
    "Un tarif publié commence à cette date ou plus tard. Choisissez une date qui suit son premier jour.",
  "tariff-date-missing": "Donnez la date à partir de laquelle le tarif s’applique.",
  "spreadsheet-unreadable":
    "Ce fichier ne se lit pas\u00a0: enregistrez-le au format .xlsx, d’un mégaoctet au plus, puis choisissez-le à nouveau.",
  "spreadsheet-too-large":
    "La feuille va plus loin que la ligne 2000 ou que la colonne 400. Supprimez les lignes et les colonnes qui ne servent pas, puis choisissez le fichier à nouveau.",
  "spreadsheet-no-sheet":
    "Ce fichier n’a pas de feuille «\u00a0Tarifs\u00a0». Repartez du fichier que le portail exporte.",
  "spreadsheet-faulty":
    "Le fichier contient des erreurs\u00a0: corrigez les cellules indiquées, puis choisissez-le à nouveau. Rien n’est appliqué.",
  "settings-changed":
    "Un collègue a changé ce réglage pendant votre saisie. Ce que vous avez saisi est toujours à l’écran\u00a0: comparez, puis enregistrez à nouveau.",
  "last-administrator":
    "C’est le dernier administrateur\u00a0: donnez d’abord ce rôle à une autre personne.",
  "agent-email-taken":
    "Un compte a déjà cette adresse électronique, celui d’un agent ou d’un parent. Donnez-en une autre, par exemple la professionnelle.",
  "agent-active":
    "Cette personne a déjà choisi son mot de passe. Si elle l’a perdu, elle en choisit un autre avec «\u00a0Mot de passe oublié\u00a0».",
  "own-account": "C’est votre compte\u00a0: un autre administrateur peut le fermer.",
  "scope-missing":
    "Ce rôle a besoin d’une limite au moins\u00a0: choisissez une activité et un établissement.",
  "settings-unchanged": "Rien n’a changé\u00a0: il n’y a rien à enregistrer.",
  "calendar-unreadable":
    "Ce fichier n’est pas le calendrier scolaire officiel, au format CSV ou JSON. Téléchargez-le à nouveau, puis choisissez-le.",
  "calendar-no-zone":
    "Ce fichier ne dit rien de la zone de la commune. Téléchargez-le pour toutes les zones, ou pour la sienne.",
  "calendar-no-year":
    "Aucune année de ce fichier n’est complète pour la zone de la commune. Ajoutez l’année à la main, ou attendez le fichier suivant.",
  "town-day-past": "Ce jour est déjà passé. Choisissez un jour à venir.",
  "town-day-no-group":
    "Aucun groupe n’accueille ce jour-là. Choisissez un jour d’une année scolaire, ou d’autres activités.",
  "town-day-taken":
    "Ce jour a déjà une règle particulière pour un de ces groupes. Retirez-la d’abord de la liste.",
  "town-day-activities": "Cochez au moins une activité qui ouvre ce jour-là.",
  "town-day-reserved":
    "Des enfants sont déjà réservés ce jour-là. Retirez d’abord leurs réservations depuis leur dossier.",
  "school-year-faulty": "Corrigez les dates indiquées, puis enregistrez à nouveau.",
  "school-year-closes":
    "Ce changement ferme des jours déjà réservés. Lisez combien, cochez la case, puis enregistrez à nouveau.",
  "setting-label-taken": "Ce nom est déjà dans la liste. Choisissez-en un autre.",
  "diet-religion":
    "Décrivez ce que l’enfant mange («\u00a0Sans porc\u00a0», «\u00a0Végétarien\u00a0»), jamais une religion.",
  "document-type-filed":
    "Des familles ont déjà donné ce document\u00a0: il ne peut pas concerner quelqu’un d’autre. Ajoutez plutôt un autre document.",
  "validity-months-missing": "Donnez le nombre de mois, de 1 à 120.",
  "authorization-answered":
    "Des familles ont déjà répondu\u00a0: leurs réponses ne peuvent pas concerner quelqu’un d’autre. Ajoutez plutôt une autorisation.",
  "answers-missing": "Répondez à chaque question\u00a0: « Autorisation » ou « Interdiction ».",
  "authorizations-changed":
    "Ces autorisations ont changé pendant votre lecture. Voici le récapitulatif à jour\u00a0: relisez-le, puis validez.",
  "nothing-changed": "Rien n’a changé\u00a0: il n’y a aucune demande à envoyer.",
  "contact-birth-date":
    "Cette date de naissance n’est pas possible. Vérifiez le jour, le mois et l’année.",
  "contact-too-young":
    "Cette personne n’a pas l’âge demandé par la commune pour venir chercher un enfant. Choisissez une autre personne.",
  "contact-changed":
    "Ce contact a changé pendant votre lecture. Relisez ce qui est enregistré maintenant, puis recommencez.",
  "contact-unchanged": "Rien n’a changé\u00a0: il n’y a rien à enregistrer.",
  "too-many-contacts":
    "Votre famille a déjà 20 contacts. Retirez ceux qui ne viennent plus, puis recommencez.",
  "quotients-changed":
    "Un collègue a changé la situation de cette famille pendant votre saisie. Ce que vous avez saisi est toujours à l’écran\u00a0: relisez le dossier, puis recommencez.",
  "quotient-reason-missing":
    "Dites pourquoi vous corrigez cette situation\u00a0: la famille le lit.",
  "quotient-day-taken":
    "Une autre situation commence déjà ce jour-là. Choisissez un autre jour, ou corrigez celle-là.",
  "quotient-unchanged": "Rien n’a changé\u00a0: il n’y a rien à enregistrer.",
  "category-in-use":
    "Des enfants paient déjà selon cette catégorie\u00a0: ce choix ne change plus. Ajoutez une autre catégorie.",
  "category-changed":
    "Un collègue a changé la catégorie de cet enfant pendant votre lecture. Rechargez la page pour voir la nouvelle.",
  "category-unchanged":
    "L’enfant est déjà dans cette catégorie\u00a0: il n’y a rien à enregistrer.",
  "rights-changed":
    "Un collègue a changé ces droits pendant votre lecture. Relisez-les, puis recommencez.",
  "rights-unchanged":
    "Ces droits sont déjà ceux de cette famille\u00a0: il n’y a rien à enregistrer.",
  "served-impossible":
    "Un de ces jours ne peut pas être changé\u00a0: il est fermé, passé, déjà pris par l’autre foyer, ou une autre prestation occupe ce moment. Relisez la semaine, puis recommencez.",
  "family-known":
    "Une famille du portail a déjà cette adresse électronique, ou ce nom et ce téléphone. Ouvrez les dossiers ci-dessous\u00a0; si c’est une autre famille, cochez «\u00a0C’est une autre famille\u00a0» et recommencez.",
  "guardian-changed":
    "Ces coordonnées ont changé pendant votre saisie. Relisez ce qui est enregistré maintenant, puis recommencez.",
  "guardian-unchanged": "Rien n’a changé\u00a0: il n’y a rien à enregistrer.",
  "guardian-email-missing":
    "Ce responsable n’a pas d’adresse électronique. Ajoutez-la à ses coordonnées, puis invitez-le.",
  "guardian-email-needed":
    "Une invitation est partie à ce responsable\u00a0: donnez une autre adresse électronique, ne la videz pas.",
  "guardian-email-taken":
    "Un autre compte a déjà cette adresse électronique. Demandez-en une qui soit la sienne, et corrigez ses coordonnées.",
  "account-active":
    "Ce responsable a déjà ouvert son compte. S’il a perdu son mot de passe, il en choisit un autre avec «\u00a0Mot de passe oublié\u00a0».",
  "account-closed": "Ce compte est fermé\u00a0: aucun lien ne peut partir.",
  "child-known":
    "Le portail connaît déjà un enfant de ce nom, né ce jour. Dites si c’est le même enfant, qui a un second foyer, ou un autre.",
  "child-changed":
    "Cette fiche a changé pendant votre saisie. Relisez ce qui est enregistré maintenant, puis recommencez.",
  "child-unchanged": "Rien n’a changé\u00a0: il n’y a rien à enregistrer.",
  "rights-reason-missing":
    "Donnez la raison, en 10 à 500 caractères\u00a0: ce qui a été vu, par qui et quand.",
  "file-changed":
    "Ce dossier a changé pendant votre saisie\u00a0: l’autre parent ou le service l’a modifié. Relisez ce qui est enregistré maintenant, puis recommencez.",
  "file-invalid": "Vérifiez les informations indiquées ci-dessous.",
  "wrong-password": "Ce mot de passe n’est pas le bon. Vérifiez-le, puis recommencez.",
  "email-same": "C’est déjà votre adresse électronique. Donnez la nouvelle.",
  "email-taken":
    "Cette adresse ne peut plus être utilisée. Demandez un nouveau lien avec une autre adresse.",
  "nothing-to-attest":
    "Cet enfant n’a aucune inscription pour cette année scolaire. Choisissez une autre année.",
  "nothing-reserved":
    "Votre famille n’a aucun jour réservé pour cet enfant sur cette période. Choisissez d’autres dates.",
  "file-missing": "Choisissez au moins un fichier\u00a0: une photo du document, ou un PDF.",
  "too-many-files": "Choisissez cinq fichiers au plus pour un même document.",
  "file-empty":
    "Ce fichier est vide. Ouvrez-le sur votre appareil pour le vérifier, puis choisissez-en un autre.",
  "file-too-large":
    "Ce fichier est trop lourd. Choisissez un fichier plus léger, ou prenez le document en photo.",
  "upload-too-large":
    "L’ensemble des fichiers est trop lourd. Rien n’a été enregistré\u00a0: envoyez-en moins à la fois.",
  "upload-broken":
    "L’envoi s’est interrompu. Rien n’a été enregistré\u00a0: choisissez à nouveau vos fichiers, puis recommencez.",
  "file-kind":
    "Ce fichier n’est ni un PDF ni une photo. Choisissez un fichier PDF, JPEG, PNG ou WebP.",
  "file-not-pdf":
    "Ce fichier n’est pas un PDF. Enregistrez le document au format PDF, puis choisissez-le à nouveau.",
  "too-many-documents":
    "Cette page a déjà 20\u00a0documents. Retirez-en un, ou ajoutez une autre page.",
  "file-heic":
    "Cette photo est au format HEIC, que peu d’ordinateurs ouvrent. Sur votre iPhone, choisissez Réglages, Appareil photo, Formats, «\u00a0Le plus compatible\u00a0», puis reprenez la photo. Ou envoyez une capture d’écran de la photo.",
  "file-damaged":
    "Ce fichier ne s’ouvre pas\u00a0: il est incomplet ou abîmé. Enregistrez-le à nouveau, ou prenez le document en photo.",
  "file-locked":
    "Ce PDF est protégé par un mot de passe. Enregistrez-le sans mot de passe, ou prenez le document en photo.",
  "image-too-wide":
    "Cette image a trop de points pour être lue. Prenez une photo du document avec votre téléphone.",
  "file-too-complex":
    "Ce fichier est trop compliqué pour être lu. Enregistrez-le à nouveau sous une forme plus simple, ou prenez le document en photo.",
  "reading-busy":
    "Beaucoup de fichiers arrivent en même temps. Rien n’a été enregistré\u00a0: recommencez dans une minute.",
  "document-type-gone":
    "Ce type de document n’est plus demandé. Rechargez la page, puis choisissez-en un autre.",
  "document-date-missing": "Donnez la date de fin de validité\u00a0: jour, mois et année.",
  "document-date-past":
    "Cette date est passée\u00a0: le document n’est plus valable. Vérifiez la date, ou envoyez un document plus récent.",
  ...importSentences,
} as const satisfies Record<string, string>;

export type Refusal = keyof typeof refusalSentence;

/** "other-family" with the names of both homes: the form's, and the one shown by now. */
export function otherFamilySentence(form: string, now: string): string {
  return `Ce formulaire est celui du foyer ${form}, mais vous êtes passé au foyer ${now} dans un autre onglet. Rien n’a été enregistré, et ce que vous avez saisi reste ici\u00a0: dans l’autre onglet, revenez au foyer ${form}, puis envoyez à nouveau.`;
}
