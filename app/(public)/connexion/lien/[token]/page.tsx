import type { Metadata } from "next";
import { ExpiredLink } from "@/app/(public)/mot-de-passe/expired-link";
import { PageHeading } from "@/components/ui/page-heading";
import { realNow } from "@/lib/clock";
import { isTokenUsable } from "@/lib/services/operational/tokens";
import { OpenForm } from "../open-form";

const title = "Connexion par un lien";

export const metadata: Metadata = { title, robots: { index: false } };

/** Shows a button and uses nothing up: programs that look at e-mails open their links before the person does. */
export default async function OpenLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  if (!(await isTokenUsable(token, "signIn", realNow())))
    return <ExpiredLink again="/connexion/lien" />;
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading lead="Ce lien sert une seule fois. Touchez le bouton pour entrer.">
        {title}
      </PageHeading>
      <OpenForm token={token} />
    </div>
  );
}
