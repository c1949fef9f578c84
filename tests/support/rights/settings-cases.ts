import type { RightsCase } from "./rights-case";
import {
  movedDown,
  typedAuthorization,
  typedDiet,
  typedDocumentType,
  typedFieldRules,
} from "./settings";

const townWide = ["administrator"] as const;

const key = () => crypto.randomUUID();

/** What only those who answer for the whole town do: they decide on files, and set what is asked. */
export const settingsCases: Readonly<Record<string, RightsCase>> = {
  "requests.decide-file": {
    sends: ({ settings }) => ({
      number: settings.fileNumber,
      decision: "accept",
      fields: ["schoolClass"],
      idempotencyKey: key(),
    }),
    may: townWide,
  },
  "requests.decide-documents": {
    sends: ({ settings: { documentNumber, documentId } }) => ({
      number: documentNumber,
      decision: "accept",
      documents: [documentId],
      [`validite-${documentId}`]: "2027-08-31",
      idempotencyKey: key(),
    }),
    may: townWide,
  },
  "settings.save-authorization": { sends: typedAuthorization, may: townWide },
  "settings.move-authorization": {
    sends: ({ settings: { authorizations: list } }) => movedDown(list, list.types),
    may: townWide,
  },
  "settings.save-file-rules": { sends: (w) => typedFieldRules(w.settings), may: townWide },
  "settings.save-diet": { sends: typedDiet, may: townWide },
  "settings.move-diet": {
    sends: ({ settings: { diets: list } }) => movedDown(list, list.diets),
    may: townWide,
  },
  "settings.save-document-type": { sends: typedDocumentType, may: townWide },
  "settings.move-document-type": {
    sends: ({ settings: { documentTypes: list } }) => movedDown(list, list.types),
    may: townWide,
  },
};
