import type { Metadata } from "next";
import Link from "next/link";
import { LinkForm } from "@/app/(public)/mot-de-passe/link-form";
import { PageHeading } from "@/components/ui/page-heading";
import { requestSignInLink } from "./actions";

const title = "Recevoir un lien de connexion";

export const metadata: Metadata = { title };

export default function SignInLinkPage() {
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading lead="Connectez-vous sans mot de passe, par un lien reçu par courriel.">
        {title}
      </PageHeading>
      <LinkForm
        act={requestSignInLink}
        sent={
          "Si un compte a cet identifiant, un message vient de lui être envoyé. Ouvrez-le dans les 15\u00a0minutes, et regardez aussi dans les indésirables."
        }
      />
      <p className="mt-6">
        <Link href="/connexion" prefetch={false} className="inline-block py-2 underline">
          Retour à la connexion
        </Link>
      </p>
    </div>
  );
}
