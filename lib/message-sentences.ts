/** What is said where a message about a request is not sent or settled. Each says what to do next. */
export const messageSentences = {
  "home-may-not-read":
    "Ce foyer ne voit plus le dossier de cet enfant\u00a0: aucun message sur cette demande ne peut lui être envoyé. Rien n’est envoyé.",
  "message-arrived":
    "Un message est arrivé entre-temps\u00a0: lisez-le ci-dessus. Le vôtre n’est pas parti\u00a0; complétez-le s’il le faut, puis envoyez-le.",
  "message-settled": "Ce message a déjà reçu sa réponse, ou il est déjà classé.",
} as const;
