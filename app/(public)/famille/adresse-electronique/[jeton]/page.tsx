import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageHeading } from "@/components/ui/page-heading";
import { realNow } from "@/lib/clock";
import { refusalSentence } from "@/lib/sentences";
import { isTokenUsable } from "@/lib/services/operational/tokens";
import { ConfirmationForm } from "./confirmation-form";

export const metadata: Metadata = {
  title: "Confirmer une adresse électronique",
  robots: { index: false },
};

type Props = PageProps<"/famille/adresse-electronique/[jeton]">;

/** Reading the link changes nothing: mail readers open links too. The button does. */
export default async function ConfirmEmailPage({ params }: Props) {
  const { jeton: token } = await params;
  const isUsable = await isTokenUsable(token, "emailChange", realNow());
  return (
    <div className="mx-auto max-w-xl">
      {isUsable ? (
        <>
          <PageHeading lead="Vous vous connecterez avec cette adresse, et nos courriels y arriveront. Vos autres appareils seront déconnectés.">
            Confirmer votre nouvelle adresse
          </PageHeading>
          <ConfirmationForm token={token} />
        </>
      ) : (
        <>
          <PageHeading>Lien expiré</PageHeading>
          <Callout
            tone="warning"
            actions={
              <ButtonLink href="/famille/adresse-electronique">Demander un nouveau lien</ButtonLink>
            }
          >
            {refusalSentence["link-expired"]}
          </Callout>
        </>
      )}
    </div>
  );
}
