"use client";

import { buttonClass } from "@/components/ui/button-class";
import { FocusedHeading } from "@/components/ui/focused-heading";
import { InnerLink } from "@/components/ui/inner-link";

export interface ErrorPanelProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** The unexpected. What was saved stays saved: it says so, and what to do next. */
export function ErrorPanel({ error, reset }: ErrorPanelProps) {
  return (
    <>
      <title>Un problème est survenu</title>
      <FocusedHeading className="w-fit">Un problème est survenu</FocusedHeading>
      <div className="prose mt-4">
        <p>
          Le portail n’a pas pu afficher cette page. Ce qui était déjà enregistré l’est toujours. Si
          vous veniez d’envoyer une demande, regardez dans la liste des demandes avant de
          recommencer.
        </p>
        <p>
          Essayez de nouveau dans un instant. Si le problème continue, écrivez au service
          {error.digest ? (
            <>
              {" en indiquant ce repère\u00a0: "}
              <strong>{error.digest}</strong>.
            </>
          ) : (
            "."
          )}
        </p>
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-3">
        <button type="button" onClick={reset} className={buttonClass({})}>
          Réessayer
        </button>
        <InnerLink href="/" className="text-link min-h-target inline-flex items-center px-2">
          Aller à l’accueil
        </InnerLink>
        <InnerLink href="/contact" className="text-link min-h-target inline-flex items-center px-2">
          Contacter le service
        </InnerLink>
      </div>
    </>
  );
}
