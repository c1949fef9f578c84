import type { Metadata } from "next";
import { type Query, textParam } from "@/app/params";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireOwnAccount } from "@/lib/auth/own-account";
import { realNow } from "@/lib/clock";
import { readOwnEvents, readOwnSessions } from "@/lib/services/accounts/own-sessions";
import { readOwnPasskeys } from "@/lib/services/accounts/passkeys/own-passkeys";
import { endOthers } from "./actions";
import { PasskeysCard } from "./cles/passkeys-card";
import { DeviceCard } from "./device-card";
import { FactorCard } from "./factor-card";
import { OwnJournal } from "./journal-list";

const title = "Mon compte";

export const metadata: Metadata = { title };

/** As many lines as one reads. */
const LINES = 30;

const infos = new Map([
  ["appareil", "L’appareil est déconnecté."],
  ["autres", "Vos autres appareils sont déconnectés."],
  ["confirme", "C’est confirmé, pour un quart d’heure."],
  ["cle-ajoutee", "Votre clé d’accès est ajoutée. Un courriel vous le confirme."],
  ["cle-retiree", "La clé d’accès est retirée. Vos autres appareils sont déconnectés."],
  ["validation-arretee", "La validation en deux étapes est arrêtée. Un courriel vous le confirme."],
  [
    "mot-de-passe",
    "Votre mot de passe a changé. Vos autres appareils sont déconnectés, et un courriel vous le confirme.",
  ],
]);

export default async function AccountPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor, account } = await requireOwnAccount();
  const [passkeys, sessions, events, query] = await Promise.all([
    readOwnPasskeys(account),
    readOwnSessions(account, realNow()),
    readOwnEvents(account, LINES),
    searchParams,
  ]);
  const said = infos.get(textParam(query, "info"));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading lead={<span className="wrap-anywhere">{actor.email}</span>}>{title}</PageHeading>
      <div className="grid gap-6">
        {said ? <Callout tone="success">{said}</Callout> : null}
        <Card title="Mot de passe" titleId="mot-de-passe">
          <p className="mb-3">
            Changez-le si quelqu’un d’autre a pu le voir, ou s’il sert aussi sur un autre site.
          </p>
          <ButtonLink href="/compte/mot-de-passe" variant="secondary" icon="lock">
            Changer mon mot de passe
          </ButtonLink>
        </Card>
        <PasskeysCard passkeys={passkeys} />
        <FactorCard factor={actor.factor} />
        <Card title="Mes appareils connectés" titleId="appareils">
          <p className="mb-3">
            Vous ne reconnaissez pas un appareil{"\u00a0? "}Déconnectez-le, puis changez votre mot
            de passe.
          </p>
          <ul className="divide-line divide-y">
            {sessions.map((session) => (
              <DeviceCard key={session.id} session={session} />
            ))}
          </ul>
          {sessions.length > 1 ? (
            <form action={endOthers} className="mt-3">
              <SubmitButton variant="secondary" icon="exit">
                Déconnecter tous les autres
              </SubmitButton>
            </form>
          ) : null}
        </Card>
        <Card title="Ce qui s’est passé" titleId="journal">
          <OwnJournal events={events} />
        </Card>
      </div>
    </div>
  );
}
