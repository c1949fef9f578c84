import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { CodeForm } from "@/app/compte/validation/code-form";
import { NoTelephone } from "@/app/compte/validation/no-telephone-help";
import { type Query, textParam } from "@/app/params";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { stepCookieName } from "@/lib/auth/cookies";
import { returnPath } from "@/lib/auth/return-path";
import { realNow } from "@/lib/clock";
import { readHalfSession } from "@/lib/services/operational/half-sessions";
import { PasskeySignIn } from "../passkey-sign-in-form";
import { finish } from "./actions";

export const metadata: Metadata = { title: "Code de validation" };

/** After the right password, or the link of an e-mail: the code. Whoever has no half session begins again. */
export default async function CodePage({ searchParams }: { searchParams: Promise<Query> }) {
  const half = (await cookies()).get(stepCookieName())?.value;
  const found = half ? await readHalfSession(half, realNow()) : null;
  if (!found) redirect("/connexion?erreur=etape-expiree");
  const retour = returnPath(textParam(await searchParams, "retour"));
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading lead="Encore une étape, pour être sûr que c’est vous.">
        Code de validation
      </PageHeading>
      <div className="grid gap-6">
        <PasskeySignIn retour={retour} staysSignedIn={found.staysSignedIn} />
        <CodeForm act={finish} retour={retour} label="Se connecter" />
        <NoTelephone />
        <p>
          <InnerLink href="/connexion" className="text-link min-h-target inline-flex items-center">
            Revenir à la connexion
          </InnerLink>
        </p>
      </div>
    </div>
  );
}
