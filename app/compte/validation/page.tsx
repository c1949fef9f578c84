import type { Metadata } from "next";
import { type Query, textParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { requireOwnAccount } from "@/lib/auth/own-account";
import { sideOf } from "@/lib/domain/access";
import { momentOfInstant } from "@/lib/domain/day";
import { formatMoment, plural } from "@/lib/domain/day-words";
import { readOwnFactor } from "@/lib/services/accounts/factor/own-factor";
import { stopFactor } from "./actions";
import { PasswordForm } from "./password-form";

const title = "Validation en deux étapes";

export const metadata: Metadata = { title };

const lead =
  "À chaque connexion, un code que montre votre téléphone s’ajoute au mot de passe\u00a0: qui l’a volé n’entre pas.";

export default async function FactorPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor, account } = await requireOwnAccount();
  const [{ setUpAt, recoveryCodesLeft }, query] = await Promise.all([
    readOwnFactor(account),
    searchParams,
  ]);
  const said = `Il vous reste ${plural(recoveryCodesLeft, "code de secours", "codes de secours")}.`;
  return (
    <div className="mx-auto max-w-3xl">
      <Breadcrumb above={[{ href: "/compte", label: "Mon compte" }]} here={title} />
      <PageHeading lead={lead}>{title}</PageHeading>
      <div className="grid gap-6">
        {textParam(query, "secours") ? (
          <Callout tone="warning" title="Un code de secours vient de servir">
            {`${said} Votre téléphone est perdu\u00a0? Mettez-en un autre en place ci-dessous.`}
          </Callout>
        ) : null}
        {setUpAt === null ? (
          <Card
            title={actor.factor.isSet ? "En place, par une clé d’accès" : "Pas encore en place"}
            titleId="etat"
          >
            {actor.factor.isSet ? (
              <p className="mb-3">Vous pouvez y ajouter une application sur votre téléphone.</p>
            ) : null}
            <ButtonLink href="/compte/validation/mise-en-place" icon="lock">
              Mettre en place
            </ButtonLink>
          </Card>
        ) : (
          <>
            <Card title="En place" titleId="etat">
              <p className="mb-3">{`Depuis le ${formatMoment(momentOfInstant(setUpAt))}.`}</p>
              <ButtonLink href="/compte/validation/mise-en-place" variant="secondary" icon="lock">
                Changer de téléphone
              </ButtonLink>
            </Card>
            {sideOf(actor.role) === "guardian" ? (
              <Card title="Arrêter" titleId="arreter">
                <p className="mb-3">Le mot de passe suffira à nouveau pour se connecter.</p>
                <PasswordForm act={stopFactor} label="Arrêter la validation" />
              </Card>
            ) : null}
          </>
        )}
        {actor.factor.isSet ? (
          <Card title="Codes de secours" titleId="secours">
            <p className="mb-3">{said}</p>
            <ButtonLink href="/compte/validation/codes" variant="secondary">
              Renouveler les codes de secours
            </ButtonLink>
          </Card>
        ) : null}
      </div>
    </div>
  );
}
