"use client";

import { Button } from "@/components/ui/button";
import { FocusedHeading } from "@/components/ui/focused-heading";

/** The unexpected. What was saved stays saved: say so, and what to do next. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="contenu" className="shell py-12">
      <title>Un problème est survenu</title>
      <FocusedHeading className="w-fit">Un problème est survenu</FocusedHeading>
      <div className="prose mt-4">
        <p>
          Le portail n’a pas pu afficher cette page. Ce qui était déjà enregistré l’est toujours. Si
          vous veniez d’envoyer une demande, vérifiez-la dans « Mes demandes » avant de recommencer.
        </p>
        <p>
          Essayez de nouveau dans un instant. Si le problème continue, écrivez au service
          {error.digest ? (
            <>
              {" "}
              en indiquant ce repère&nbsp;: <strong>{error.digest}</strong>.
            </>
          ) : (
            "."
          )}
        </p>
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-3">
        <Button icon="repeat" onClick={reset}>
          Réessayer
        </Button>
        {/* A whole new page: what failed may be in the one that runs. */}
        <a href="/demandes" className="text-link min-h-target inline-flex items-center px-2">
          Mes demandes
        </a>
        <a href="/contact" className="text-link min-h-target inline-flex items-center px-2">
          Contacter le service
        </a>
      </div>
    </main>
  );
}
