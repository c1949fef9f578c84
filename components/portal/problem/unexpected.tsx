"use client";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { FocusedHeading } from "@/components/ui/focused-heading";

/** The unexpected, within the portal's frame: what happened to one's data, and what to do next. */
export function Unexpected({
  digest,
  reset,
  href,
  label,
}: {
  digest: string | undefined;
  reset: () => void;
  href: string;
  label: string;
}) {
  return (
    <>
      <title>Un problème est survenu</title>
      <FocusedHeading className="w-fit">Un problème est survenu</FocusedHeading>
      <div className="prose mt-4">
        <p>
          Cette page n’a pas pu s’afficher. Ce qui était déjà enregistré l’est toujours. Si vous
          veniez d’envoyer quelque chose, vérifiez-le avant de recommencer.
        </p>
        {digest ? (
          <p>
            {"Si le problème continue, écrivez au service en indiquant ce repère\u00a0: "}
            <strong>{digest}</strong>.
          </p>
        ) : null}
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button icon="repeat" onClick={reset} wide>
          Réessayer
        </Button>
        <ButtonLink href={href} variant="secondary" wide>
          {label}
        </ButtonLink>
      </div>
    </>
  );
}
