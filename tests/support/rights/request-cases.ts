import type { RightsCase } from "./rights-case";
import type { Person } from "./world";

const key = () => crypto.randomUUID();
const parent: readonly Person[] = ["parent"];

/** What families and agents do with a request once it is filed. */
export const requestCases: Readonly<Record<string, RightsCase>> = {
  "requests.withdraw": {
    sends: (w) => ({ number: w.request.number, kind: "reservations", idempotencyKey: key() }),
    may: parent,
  },
  "requests.write-to-service": {
    sends: (w) => ({
      number: w.request.number,
      text: "Léo sera-t-il avec son cousin ?",
      idempotencyKey: key(),
    }),
    may: parent,
  },
  "requests.decide": {
    sends: (w) => ({
      number: w.request.number,
      decision: "accept",
      all: "1",
      count: 1,
      idempotencyKey: key(),
    }),
  },
  "requests.decide-file": {
    sends: ({ settings }) => ({
      number: settings.fileNumber,
      decision: "accept",
      fields: ["schoolClass"],
      idempotencyKey: key(),
    }),
  },
  "requests.decide-documents": {
    sends: ({ settings: { documentNumber, documentId } }) => ({
      number: documentNumber,
      decision: "accept",
      documents: [documentId],
      [`validite-${documentId}`]: "2027-08-31",
      idempotencyKey: key(),
    }),
  },
  "requests.save-note": {
    sends: (w) => ({
      number: w.request.number,
      text: "La mère a rappelé : d’accord pour lundi.",
      idempotencyKey: key(),
    }),
  },
  "requests.write-to-family": {
    sends: (w) => ({
      number: w.request.number,
      seen: w.writtenMessage,
      text: "Il manque la page 2.",
      idempotencyKey: key(),
    }),
  },
  "requests.settle-messages": {
    sends: (w) => ({ number: w.request.number, seen: w.writtenMessage, idempotencyKey: key() }),
  },
};
