import type { Metadata } from "next";
import { AuthorizationsHelp } from "@/app/(public)/aide/authorizations-help";
import { CalendarHelp } from "@/app/(public)/aide/calendar-help";
import { DocumentsHelp } from "@/app/(public)/aide/documents-help";
import { FactorHelp } from "@/app/(public)/aide/factor-help";
import { FamilyHelp } from "@/app/(public)/aide/family-help";
import { StatesHelp } from "@/app/(public)/aide/states-help";
import { SupportingDocumentsHelp } from "@/app/(public)/aide/supporting-documents-help";
import { TariffsHelp } from "@/app/(public)/aide/tariffs-help";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/page-heading";
import { town } from "@/town/town";

export const metadata: Metadata = { title: "Aide" };

const sections = [
  { id: "connexion", title: "Se connecter" },
  { id: "validation", title: "Validation en deux étapes" },
  { id: "reserver", title: "Réserver pas à pas" },
  { id: "periodicite", title: "Appliquer une périodicité" },
  { id: "etats", title: "Lire les cases du calendrier" },
  { id: "annuler", title: "Annuler ou changer une réservation" },
  { id: "hors-delai", title: "Après le délai" },
  { id: "suivre", title: "Suivre ses demandes" },
  { id: "tarifs", title: "Comprendre les tarifs" },
  { id: "autorisations", title: "Autorisations et contacts" },
  { id: "justificatifs", title: "Envoyer un justificatif" },
  { id: "famille", title: "Ma famille" },
  { id: "documents", title: "Imprimer un document" },
] as const;

export default function HelpPage() {
  return (
    <>
      <PageHeading lead="Comment réserver la cantine, l’accueil, les études et les mercredis, et que faire quand quelque chose change.">
        Aide
      </PageHeading>
      <div className="grid items-start gap-10 lg:grid-cols-[17rem_1fr]">
        <nav
          aria-label="Sur cette page"
          className="no-print border-line bg-card rounded-xl border p-3"
        >
          <ul>
            {sections.map((section) => (
              <li key={section.id}>
                <a
                  href={`#${section.id}`}
                  className="text-link min-h-target flex items-center px-2 py-1"
                >
                  {section.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="prose">
          <SignInHelp />
          <FactorHelp />
          <CalendarHelp />
          <StatesHelp />
          <ChangeHelp />
          <TariffsHelp />
          <AuthorizationsHelp />
          <SupportingDocumentsHelp />
          <FamilyHelp />
          <DocumentsHelp />
          <h2>Une question&nbsp;?</h2>
          <p>Le {town.department.name.toLowerCase()} répond par courriel et par téléphone.</p>
          <p>
            <ButtonLink href="/contact" variant="secondary" icon="mail">
              Contacter le service
            </ButtonLink>
          </p>
        </div>
      </div>
    </>
  );
}

function SignInHelp() {
  return (
    <>
      <h2 id="connexion" className="mt-0!">
        Se connecter
      </h2>
      <p>
        Le service crée votre compte et vous envoie un courriel. Son lien, valable 7&nbsp;jours et
        une seule fois, vous permet de choisir votre mot de passe (12&nbsp;caractères au moins).
      </p>
      <p>
        Ensuite, vous vous connectez avec votre adresse électronique. Vous pouvez aussi taper votre
        nom d’utilisateur&nbsp;: c’est le début de votre adresse, avant le signe @. Si plusieurs
        comptes ont le même, utilisez l’adresse entière.
      </p>
      <p>
        Mot de passe oublié&nbsp;? Demandez un lien depuis la page de connexion. Il est valable
        10&nbsp;minutes. Le courriel n’arrive pas&nbsp;: regardez dans les indésirables, puis
        écrivez au service.
      </p>
    </>
  );
}

function ChangeHelp() {
  return (
    <>
      <h2 id="annuler">Annuler ou changer une réservation</h2>
      <p>
        Rouvrez la démarche «&nbsp;Réservation multi-activités&nbsp;», décochez le jour, puis
        envoyez. C’est possible tant que le délai n’est pas passé&nbsp;: chaque case du calendrier
        dit jusqu’à quand.
      </p>
      <p>
        Vous pouvez revenir aussi souvent que vous voulez. Rien n’est définitif avant le délai, et
        ce que vous n’avez pas encore envoyé reste en brouillon.
      </p>
      <h2 id="hors-delai">Après le délai</h2>
      <p>
        La case est marquée «&nbsp;hors délai&nbsp;» et ne change plus ici. Pour une urgence ou une
        absence de dernière minute, écrivez à{" "}
        <a href={`mailto:${town.department.email}`}>{town.department.email}</a> en indiquant le
        prénom et le nom de l’enfant, le jour et l’activité.
      </p>
      <h2 id="suivre">Suivre ses demandes</h2>
      <p>
        Chaque envoi crée une demande numérotée par enfant et par activité. Vous la retrouvez dans
        «&nbsp;Mes demandes&nbsp;», avec son état et la réponse du service&nbsp;:
      </p>
      <ul>
        <li>
          <strong>En cours d’instruction</strong>&nbsp;: le service va répondre.
        </li>
        <li>
          <strong>Traitée positivement</strong>&nbsp;: c’est réservé, ou annulé, comme vous l’avez
          demandé.
        </li>
        <li>
          <strong>Traitée en partie</strong>&nbsp;: certains jours ont été refusés&nbsp;; la demande
          dit lesquels et pourquoi.
        </li>
        <li>
          <strong>Refusée</strong>&nbsp;: la demande dit pourquoi.
        </li>
        <li>
          <strong>Retirée</strong>&nbsp;: vous l’avez retirée avant la réponse.
        </li>
      </ul>
      <p>
        Un courriel vous confirme chaque envoi. Un autre vous prévient quand le service a répondu.
      </p>
      <p>
        Une question sur une demande&nbsp;? Écrivez-la sur sa page, sous «&nbsp;Messages avec le
        service&nbsp;», même quand le service a déjà répondu. Sa réponse arrive au même endroit et
        par courriel.
      </p>
    </>
  );
}
