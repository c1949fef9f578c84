import { momentOfInstant } from "@/lib/domain/day";
import { formatMoment } from "@/lib/domain/day-words";
import { deviceInWords } from "@/lib/domain/device";
import type { SignInEventKind } from "@/lib/domain/sign-in-event";
import type { OwnEvent } from "@/lib/services/accounts/own-sessions";

const words: Readonly<Record<SignInEventKind, string>> = {
  "signed-in": "Connexion",
  "wrong-password": "Mot de passe refusé",
  throttled: "Trop d’essais\u00a0: connexion refusée",
  "link-asked": "Lien demandé par «\u00a0Mot de passe oublié\u00a0»",
  "sign-in-link-asked": "Lien de connexion demandé",
  "sign-in-link-used": "Lien de connexion ouvert",
  "account-activated": "Compte activé",
  "password-reset": "Nouveau mot de passe, par un lien",
  "password-changed": "Nouveau mot de passe",
  "session-ended": "Un appareil déconnecté",
  "sessions-ended": "Autres appareils déconnectés",
  "sessions-ended-by-town": "Appareils déconnectés par la mairie",
  "factor-set-up": "Validation en deux étapes mise en place",
  "factor-removed": "Validation en deux étapes arrêtée",
  "factor-reset": "Validation en deux étapes réinitialisée par la mairie",
  "recovery-codes-renewed": "Nouveaux codes de secours",
  "recovery-code-used": "Un code de secours a servi",
  "wrong-code": "Code refusé",
  "signed-in-by-passkey": "Connexion avec une clé d’accès",
  "passkey-added": "Clé d’accès ajoutée",
  "passkey-removed": "Clé d’accès retirée",
  "passkey-refused": "Clé d’accès refusée",
};

/** The newest lines about one's own account: what, when, with which device. */
export function OwnJournal({ events }: { events: readonly OwnEvent[] }) {
  if (events.length === 0) return <p>Rien encore.</p>;
  return (
    <>
      <p className="mb-2">Les dernières lignes. Chacune est gardée six mois.</p>
      <ol className="divide-line divide-y">
        {events.map(({ id, at, kind, userAgent }) => (
          <li key={id} className="py-2">
            <span className="block font-semibold">{words[kind]}</span>
            <span className="text-muted block text-sm">
              {formatMoment(momentOfInstant(at))}
              {userAgent === null ? null : `, ${deviceInWords(userAgent)}`}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
