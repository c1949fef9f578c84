/** What is said when a change of what the town is made of is refused: see `sentences.ts`. */
export const townSentence = {
  "choice-gone": "Ce choix n’existe plus. Rechargez la page, puis choisissez à nouveau.",
  "late-unit-elsewhere":
    "Choisissez une unité de la même activité, que les familles réservent, et qui n’a pas déjà une unité hors délai.",
  "pai-unit-elsewhere":
    "Choisissez une unité de la même activité, que les familles réservent, et qui n’a pas déjà une unité PAI.",
  "unit-reserved":
    "Des familles ont réservé cette unité\u00a0: la partie du jour qu’elle couvre, et le fait qu’elles la réservent, ne changent plus. Ajoutez plutôt une unité.",
  "unit-priced":
    "Cette unité a déjà été facturée\u00a0: la façon de la compter ne change plus. Ajoutez plutôt une unité.",
} as const satisfies Record<string, string>;
