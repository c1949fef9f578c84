import type { Metadata, Route } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import type { Query } from "@/app/params";
import { LatestNews } from "@/components/portal/news/news-cards";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import { PageHeading } from "@/components/ui/page-heading";
import { currentActor } from "@/lib/auth";
import { csrfCookieName, IDENTIFIER_COOKIE } from "@/lib/auth/cookies";
import { csrfTokenOf } from "@/lib/auth/csrf";
import { returnPath } from "@/lib/auth/return-path";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { env } from "@/lib/env";
import { readPublicNews } from "@/lib/services/news/read-news";
import { signOut } from "./actions";
import { DemoAccounts } from "./demo-list";
import { PasskeySignIn } from "./passkey-sign-in-form";
import { StaysSignedIn } from "./stays-signed-in-field";
import { errorSentence, infoSentence } from "./words";

function one(query: Query, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value[0] : value;
}

type Props = { searchParams: Promise<Query> };

/** The title says first that something went wrong: without JavaScript nothing else could. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const failed = one(await searchParams, "erreur") !== undefined;
  return { title: failed ? "Erreur\u00a0: connexion" : "Connexion" };
}

/** A plain form, posted to next-auth's own endpoint: it works before and without JavaScript. */
export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const retour = returnPath(one(query, "retour"));
  const erreur = one(query, "erreur");
  if (erreur === "sans-foyer") return <NoFamily />;
  if (await currentActor()) redirect(retour as Route);

  const jar = await cookies();
  const csrfToken = csrfTokenOf(jar.get(csrfCookieName())?.value, env.NEXTAUTH_SECRET) ?? "";
  const error = errorSentence(erreur) ?? undefined;
  const info = infoSentence(one(query, "info"));
  const typed = error === undefined ? "" : (jar.get(IDENTIFIER_COOKIE)?.value ?? "");
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading>Connexion</PageHeading>
      <div className="grid gap-6">
        {info ? <Callout tone="success">{info}</Callout> : null}
        {retour !== "/" && !error && !info ? (
          <Callout>
            Connectez-vous pour continuer.
            {retour.startsWith("/demarches/") && " Votre brouillon est conservé."}
          </Callout>
        ) : null}
        {error ? <ErrorSummary errors={[{ field: "identifiant", message: error }]} /> : null}
        <form method="post" action="/api/auth/callback/credentials" className="grid gap-5">
          <input type="hidden" name="csrfToken" value={csrfToken} />
          <input type="hidden" name="callbackUrl" value={retour} />
          <TextField
            name="identifiant"
            label="Identifiant"
            hint="Votre adresse électronique, ou votre nom d’utilisateur."
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={typed}
            error={error}
          />
          <PasswordField name="motDePasse" label="Mot de passe" autoComplete="current-password" />
          <StaysSignedIn />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <Button type="submit">Se connecter</Button>
            <Link href="/mot-de-passe" prefetch={false} className="inline-block py-2 underline">
              Mot de passe oublié
            </Link>
          </div>
        </form>
        <OtherWays retour={retour} />
        <p className="border-line border-t pt-4">
          {"Pas encore de compte\u00a0? "}
          <Link
            href="/simulation"
            prefetch={false}
            className="text-link min-h-target inline-flex items-center"
          >
            Simuler les tarifs sans compte
          </Link>
        </p>
        <LatestNews news={await readPublicNews(dayOf(nowMoment()))} />
      </div>
      {env.APP_MODE === "demo" ? <DemoAccounts csrfToken={csrfToken} retour={retour} /> : null}
    </div>
  );
}

/** For who would rather not type a password, or does not have it at hand. */
function OtherWays({ retour }: { retour: string }) {
  return (
    <section aria-labelledby="autrement" className="border-line grid gap-3 border-t pt-4">
      <h2 id="autrement" className="text-lg">
        Sans mot de passe
      </h2>
      <PasskeySignIn retour={retour} />
      <div>
        <ButtonLink href="/connexion/lien" variant="secondary">
          Recevoir un lien de connexion
        </ButtonLink>
      </div>
    </section>
  );
}

/** A guardian whom no family has: nothing to show but what to do. */
function NoFamily() {
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading>Aucun foyer rattaché</PageHeading>
      <Callout tone="warning">{errorSentence("sans-foyer")}</Callout>
      <form action={signOut} className="mt-6">
        <Button type="submit" variant="secondary">
          Se déconnecter
        </Button>
      </form>
    </div>
  );
}
