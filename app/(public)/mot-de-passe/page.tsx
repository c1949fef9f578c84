import type { Metadata } from "next";
import Link from "next/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requestPasswordLink } from "./actions";
import { LinkForm } from "./link-form";

export const metadata: Metadata = { title: "Mot de passe oublié" };

export default function ForgottenPasswordPage() {
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading lead="Recevez par courriel un lien pour choisir un nouveau mot de passe.">
        Mot de passe oublié
      </PageHeading>
      <LinkForm
        act={requestPasswordLink}
        sent="Si un compte a cet identifiant, un message vient de lui être envoyé. Ouvrez-le dans l’heure, et regardez aussi dans les indésirables."
      />
      <p className="mt-6">
        <Link href="/connexion" prefetch={false} className="inline-block py-2 underline">
          Retour à la connexion
        </Link>
      </p>
    </div>
  );
}
