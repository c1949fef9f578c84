import { familyFacts, townFacts } from "./facts";

/** The one password of every account that the demo prints. */
export const demoPassword = "preau-demo-2026";

/** Who may sign in to the demo, and what to try first: lines for the console. */
export function demoAccountLines(): string[] {
  const everybody = [...familyFacts.flatMap(({ guardians }) => guardians), ...townFacts.agents];
  // A parent of two families has one account.
  const people = everybody.filter(
    ({ email }, i) => everybody.findIndex((one) => one.email === email) === i,
  );
  const width = Math.max(...people.map(({ email }) => email.length));
  return [
    `${townFacts.name} — comptes de démonstration, mot de passe\u00a0: ${demoPassword}`,
    ...people.map(
      ({ email, firstName, lastName, about }) =>
        `  ${email.padEnd(width)}  ${firstName} ${lastName} (${about})`,
    ),
    "À essayer\u00a0: connectez-vous avec madelainedupont, puis réservez la suite de l’année de Léo et Lucas.",
  ];
}
