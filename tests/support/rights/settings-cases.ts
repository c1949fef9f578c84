import type { RightsCase } from "./rights-case";
import {
  movedDown,
  typedAuthorization,
  typedDiet,
  typedDocumentType,
  typedFieldRules,
} from "./settings";

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
  "agents.save-rights": {
    sends: ({ animator }) => ({
      accountId: animator.id,
      role: "desk",
      activities: [],
      establishments: [],
      shown: animator.stamp,
      idempotencyKey: key(),
    }),
  },
  "agents.reset-factor": { sends: ({ animator }) => ({ accountId: animator.id }) },
  "agents.end-sessions": { sends: ({ animator }) => ({ accountId: animator.id }) },
  "settings.save-authorization": { sends: typedAuthorization },
  "settings.move-authorization": {
    sends: ({ settings: { authorizations: list } }) => movedDown(list, list.types),
  },
  "settings.save-file-rules": { sends: (w) => typedFieldRules(w.settings) },
  "settings.save-diet": { sends: typedDiet },
  "settings.move-diet": {
    sends: ({ settings: { diets: list } }) => movedDown(list, list.diets),
  },
  "settings.save-document-type": { sends: typedDocumentType },
  "settings.move-document-type": {
    sends: ({ settings: { documentTypes: list } }) => movedDown(list, list.types),
  },
};
