import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageHeading } from "@/components/ui/page-heading";
import { QrCode } from "@/components/ui/qr-code";
import { requireOwnAccount } from "@/lib/auth/own-account";
import { realNow } from "@/lib/clock";
import { readOwnFactor } from "@/lib/services/accounts/factor/own-factor";
import { readSetUp } from "@/lib/services/accounts/factor/set-up";
import { SetUpForm } from "./set-up-form";

const title = "Mettre en place la validation";

export const metadata: Metadata = { title };

const above = [
  { href: "/compte", label: "Mon compte" },
  { href: "/compte/validation", label: "Validation en deux étapes" },
];

export default async function SetUpPage() {
  const { actor, account } = await requireOwnAccount();
  const pending = await readSetUp(account, actor.email, realNow());
  const { setUpAt } = await readOwnFactor(account);
  return (
    <div className="mx-auto max-w-xl">
      <Breadcrumb above={above} here={title} />
      <PageHeading>{title}</PageHeading>
      {actor.factor.isOverdue ? (
        <div className="mb-5">
          <Callout tone="warning">
            La validation en deux étapes est obligatoire pour les agents, et le délai pour la mettre
            en place est passé. Vos pages s’ouvriront dès qu’elle sera en place.
          </Callout>
        </div>
      ) : null}
      {setUpAt !== null ? (
        <div className="mb-5">
          <Callout title="La validation est déjà en place">
            <p className="mb-3">
              {
                "Continuez pour la passer à un autre téléphone. Vous n’avez pas gardé vos codes de secours\u00a0? Demandez-en d’autres."
              }
            </p>
            <ButtonLink href="/compte/validation/codes" variant="secondary">
              Renouveler les codes de secours
            </ButtonLink>
          </Callout>
        </div>
      ) : null}
      <SetUpForm
        pending={pending}
        qrCode={
          pending ? (
            <QrCode
              text={pending.url}
              label="Code QR à photographier avec l’application d’authentification. La clé à saisir à la main est plus bas."
            />
          ) : null
        }
      />
    </div>
  );
}
