const states = [
  {
    word: "Libre",
    look: "border-free-line bg-free-bg text-free-ink",
    means: "vous pouvez réserver.",
  },
  {
    word: "Réservé",
    look: "border-reserved-line bg-reserved-bg text-reserved-ink",
    means: "votre enfant est attendu.",
  },
  {
    word: "En attente d’instruction",
    look: "border-pending-line bg-pending-bg text-pending-ink",
    means: "vous l’avez demandé, le service va répondre.",
  },
  {
    word: "Ajouté",
    look: "border-added-line bg-added-bg text-added-ink",
    means: "vous venez de le cocher\u00a0; ce n’est pas encore envoyé.",
  },
  {
    word: "Retiré",
    look: "border-removed-line bg-removed-bg text-removed-ink",
    means: "vous venez de le décocher\u00a0; ce n’est pas encore envoyé.",
  },
  {
    word: "Retrait demandé",
    look: "border-removal-pending-line bg-removal-pending-bg text-removal-pending-ink",
    means: "vous avez demandé à annuler, le service va répondre.",
  },
  {
    word: "Hors délai",
    look: "border-late-line bg-late-bg text-late-ink",
    means:
      "il est trop tard pour changer ce jour ici\u00a0; la case dit depuis quand. Là où une demande reste possible, touchez-la\u00a0: vous donnez votre motif, le prix vous est annoncé, le service répond.",
  },
  {
    word: "Fermé",
    look: "border-closed-line bg-closed-bg text-closed-ink",
    means: "vacances, jour férié ou fermeture\u00a0; la case dit pourquoi.",
  },
  {
    word: "Passé",
    look: "border-past-line bg-past-bg text-past-ink",
    means: "le jour est passé, il ne change plus.",
  },
  {
    word: "Réservé par l’autre foyer",
    look: "border-elsewhere-line bg-elsewhere-bg text-elsewhere-ink",
    means: "l’autre foyer de l’enfant a déjà réservé ce jour.",
  },
] as const;

/** The states of a cell, in the colours of the calendar. */
export function StatesHelp() {
  return (
    <>
      <h2 id="etats">Lire les cases du calendrier</h2>
      <p>Chaque case dit son état par un mot, une icône et une couleur.</p>
      <dl className="grid gap-3">
        {states.map((state) => (
          <div key={state.word} className="grid gap-x-4 gap-y-1 sm:grid-cols-[13rem_1fr]">
            <dt>
              <span
                className={`inline-block rounded-md border-2 px-2.5 py-1 font-semibold ${state.look}`}
              >
                {state.word}
              </span>
            </dt>
            <dd className="sm:py-1">{state.means}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
