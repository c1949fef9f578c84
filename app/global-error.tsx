"use client";

import "@/app/globals.css";

/** When even the frame cannot be drawn: plain words, no component, the default colours. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="fr">
      <body>
        <title>Un problème est survenu</title>
        <main className="shell py-12">
          <h1>Le portail ne répond pas pour le moment</h1>
          <p className="measure mt-4">
            Ce qui était déjà enregistré l’est toujours. Essayez de nouveau dans quelques minutes.
            Si le problème continue, appelez la mairie.
          </p>
          <button type="button" onClick={reset} className="control mt-6 w-auto font-semibold">
            Réessayer
          </button>
        </main>
      </body>
    </html>
  );
}
