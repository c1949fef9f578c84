import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";
import { realNow } from "@/lib/clock";
import { holderOfToken } from "@/lib/services/operational/tokens";
import { leastPasswordLength } from "@/lib/services/accounts/acceptable";
import { ExpiredLink } from "../expired-link";
import { PasswordForm } from "../password-form";

export const metadata: Metadata = {
  title: "Nouveau mot de passe",
  robots: { index: false },
};

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const holder = await holderOfToken(token, "reset", realNow());
  if (holder === null) return <ExpiredLink />;
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading lead="Vos appareils connectés seront déconnectés.">
        Nouveau mot de passe
      </PageHeading>
      <PasswordForm
        token={token}
        purpose="reset"
        submitLabel="Enregistrer mon mot de passe"
        least={await leastPasswordLength(holder)}
      />
    </div>
  );
}
