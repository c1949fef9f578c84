import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageHeading } from "@/components/ui/page-heading";
import { refusalSentence } from "@/lib/sentences";

/** A link that has served or is too old, and where to ask for another. */
export function ExpiredLink({
  again = "/mot-de-passe",
}: {
  again?: "/mot-de-passe" | "/connexion/lien";
}) {
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading>Lien expiré</PageHeading>
      <Callout
        tone="warning"
        actions={<ButtonLink href={again}>Demander un nouveau lien</ButtonLink>}
      >
        {refusalSentence["link-expired"]}
      </Callout>
    </div>
  );
}
