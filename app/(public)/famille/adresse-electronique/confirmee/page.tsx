import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageHeading } from "@/components/ui/page-heading";
import { currentActor } from "@/lib/auth";

export const metadata: Metadata = { title: "Adresse électronique confirmée" };

/** Where the confirmation leads; it says nothing of whose address it is. */
export default async function EmailConfirmedPage() {
  const actor = await currentActor();
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading autoFocusOnMount>Votre nouvelle adresse est enregistrée</PageHeading>
      <Callout
        tone="success"
        actions={
          actor ? (
            <ButtonLink href="/famille">Ma famille</ButtonLink>
          ) : (
            <ButtonLink href="/connexion">Se connecter</ButtonLink>
          )
        }
      >
        Connectez-vous désormais avec elle. L’ancienne adresse a été prévenue.
      </Callout>
    </div>
  );
}
