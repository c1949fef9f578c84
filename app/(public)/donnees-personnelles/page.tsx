import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";
import { capital } from "@/lib/domain/day-words";
import { town } from "@/town/town";

export const metadata: Metadata = { title: "Données personnelles" };

const { retention, legal } = town;

const kept = [
  {
    what: "Votre famille",
    detail:
      "Noms, prénoms, adresses postales et électroniques, téléphones\u00a0; dates de naissance, école, classe, régime alimentaire et assurance des enfants.",
    why: "Savoir qui réserve, et pour quel enfant\u00a0; vous joindre.",
    until: retention.familyFile,
  },
  {
    what: "Santé de l’enfant",
    detail:
      "S’il a un projet d’accueil individualisé, et jusqu’à quand. Chiffré, à part\u00a0; chaque lecture est notée.",
    why: "L’accueillir sans danger pour lui.",
    until: retention.familyFile,
  },
  {
    what: "Quotient familial et tarifs",
    detail:
      "Quotient familial, parts, enfants à charge, d’où viennent ces chiffres, prix de chaque réservation, celui qui a été annoncé et celui de son jour.",
    why: "Calculer le prix de vos réservations et vous l’expliquer.",
    until: retention.reservations,
  },
  {
    what: "Autorisations et contacts",
    detail:
      "Ce que vous autorisez pour chaque enfant, les personnes qui peuvent venir le chercher, l’historique de vos réponses.",
    why: "Savoir à qui remettre l’enfant et ce qui lui est permis.",
    until: retention.familyFile,
  },
  {
    what: "Justificatifs",
    detail:
      "Les fichiers que vous envoyez, leur nature et leur date de fin. Chiffrés\u00a0; les photos perdent le lieu et la date de leur prise. Chaque lecture par un agent est notée.",
    why: "Vérifier vos droits, calculer votre quotient familial, accueillir l’enfant sans danger.",
    until: retention.familyFile,
  },
  {
    what: "Documents édités",
    detail:
      "Ce que disent vos attestations et plannings, tels qu’ils ont été édités. Qui possède le numéro d’un document peut lire ce qu’il dit.",
    why: "Vous le redonner à l’identique et permettre de le vérifier.",
    until: retention.requests,
  },
  {
    what: "Inscriptions et réservations",
    detail: "Activités, établissements, jours réservés ou annulés.",
    why: "Accueillir les enfants, préparer les repas, organiser les équipes.",
    until: retention.reservations,
  },
  {
    what: "Demandes et brouillons",
    detail:
      "Ce que vous avez envoyé, les réponses du service, ce que vous êtes en train de préparer.",
    why: "Traiter vos demandes et vous permettre de les suivre.",
    until: retention.requests,
  },
  {
    what: "Votre compte",
    detail:
      "Adresse électronique, mot de passe (sous une forme qui ne permet pas de le lire), dernières connexions.",
    why: "Vous reconnaître et protéger votre compte.",
    until: retention.account,
  },
  {
    what: "Journal",
    detail: "Qui a changé quoi, et quand.",
    why: "Retrouver l’origine d’une erreur ou d’une fraude.",
    until: retention.journal,
  },
] as const;

export default function PersonalDataPage() {
  return (
    <>
      <PageHeading lead="Ce que le portail garde, pourquoi, combien de temps, et quels sont vos droits.">
        Données personnelles
      </PageHeading>
      <ul className="grid gap-4 md:grid-cols-2">
        {kept.map((row) => (
          <li key={row.what} className="border-line bg-card rounded-xl border p-[min(1.25rem,5vw)]">
            <h2>{row.what}</h2>
            <p>{row.detail}</p>
            <dl className="mt-3 grid gap-2">
              <div>
                <dt className="text-muted text-sm">Pourquoi</dt>
                <dd>{row.why}</dd>
              </div>
              <div>
                <dt className="text-muted text-sm">Combien de temps</dt>
                <dd>{`${capital(row.until)}.`}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
      <div className="prose mt-8">
        <h2>Qui est responsable</h2>
        <p>
          {legal.authority}, pour l’exécution de sa mission de service public (article&nbsp;6.1.e du
          règlement général sur la protection des données).
        </p>
        <h2>Qui voit vos données</h2>
        <p>
          Vous, les autres responsables de votre famille, et les agents de la commune qui en ont
          besoin, chacun pour les activités et les établissements dont il s’occupe. L’hébergeur et
          le service d’envoi des courriels les traitent pour la commune, sans autre usage. Elles ne
          sont ni vendues ni prêtées.
        </p>
        <h2>Cookies</h2>
        <p>
          Le portail n’utilise que les cookies nécessaires à la connexion et à la protection des
          formulaires. Il ne mesure pas votre navigation et ne charge rien d’un autre site. Aucun
          consentement n’est donc demandé.
        </p>
        <h2>Vos droits</h2>
        <p>
          Vous pouvez demander à voir vos données, à les corriger, à les effacer, à en limiter
          l’usage ou vous y opposer. Écrivez à{" "}
          <a href={`mailto:${legal.dataProtectionEmail}`}>{legal.dataProtectionEmail}</a>&nbsp;: la
          réponse vient dans le mois. Certaines données doivent être gardées pour la comptabilité de
          la commune&nbsp;; dans ce cas, la réponse vous le dit.
        </p>
        <p>
          Si la réponse ne vous convient pas, vous pouvez adresser une plainte à la Commission
          nationale de l’informatique et des libertés (<a href="https://www.cnil.fr">cnil.fr</a>).
        </p>
      </div>
    </>
  );
}
