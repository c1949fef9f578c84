import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";
import { realNow } from "@/lib/clock";
import { holderOfToken } from "@/lib/services/operational/tokens";
import { leastPasswordLength } from "@/lib/services/accounts/acceptable";
import { ExpiredLink } from "../../mot-de-passe/expired-link";
import { PasswordForm } from "../../mot-de-passe/password-form";

export const metadata: Metadata = {
  title: "Activation du compte",
  robots: { index: false },
};

export default async function ActivationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const holder = await holderOfToken(token, "activation", realNow());
  if (holder === null) return <ExpiredLink />;
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading lead="Choisissez votre mot de passe pour ouvrir votre compte.">
        Bienvenue
      </PageHeading>
      <PasswordForm
        token={token}
        purpose="activation"
        submitLabel="Activer mon compte"
        least={await leastPasswordLength(holder)}
      />
    </div>
  );
}
