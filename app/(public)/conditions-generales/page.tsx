import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";
import { town } from "@/town/town";

export const metadata: Metadata = { title: "Conditions générales" };

export default function TermsPage() {
  return (
    <>
      <PageHeading lead="Ce que le portail vous permet de faire, et ce qu’il vous demande.">
        Conditions générales
      </PageHeading>
      <div className="prose">
        <h2>À quoi sert le portail</h2>
        <p>
          L’{town.portalName.toLowerCase()} {town.ofName} sert à réserver et à annuler les activités
          de vos enfants, et à suivre vos demandes. Son usage est gratuit. Vous pouvez toujours
          faire les mêmes démarches auprès du {town.department.name.toLowerCase()}.
        </p>
        <h2>Votre compte</h2>
        <p>
          Le compte est personnel&nbsp;: chaque responsable a le sien. Gardez votre mot de passe
          pour vous. Si vous pensez que quelqu’un d’autre le connaît, changez-le avec «&nbsp;Mot de
          passe oublié&nbsp;» et prévenez le service.
        </p>
        <h2>Vos réservations</h2>
        <ul>
          <li>
            Une réservation ou une annulation se fait avant le délai de l’activité. Le calendrier
            l’indique pour chaque jour.
          </li>
          <li>
            Les réservations sont validées aussitôt, sauf pour les activités que le service
            examine&nbsp;: leur demande reste alors «&nbsp;en cours d’instruction&nbsp;» jusqu’à sa
            réponse.
          </li>
          <li>
            L’envoi donne lieu à un numéro de demande et à un courriel de confirmation. Ce sont les
            données enregistrées par le portail qui font foi&nbsp;; en cas de doute, adressez-vous
            au service.
          </li>
          <li>
            Les règles des activités sont celles du règlement intérieur de la commune. Le portail ne
            le remplace pas.
          </li>
        </ul>
        <h2>Disponibilité</h2>
        <p>
          Le portail est ouvert à toute heure. Il peut être interrompu pour son entretien. Si une
          panne vous empêche de réserver avant le délai, écrivez sans attendre à{" "}
          <a href={`mailto:${town.department.email}`}>{town.department.email}</a>.
        </p>
        <h2>En cas de désaccord</h2>
        <p>
          Écrivez d’abord au service. Si sa réponse ne vous convient pas, vous pouvez écrire au
          maire, puis saisir gratuitement le Défenseur des droits ou le tribunal administratif.
        </p>
      </div>
    </>
  );
}
