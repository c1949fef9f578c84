import type { RightsCase } from "./rights-case";
import { townCases } from "./town-cases";
import {
  movedDown,
  typedAuthorization,
  typedDiet,
  typedDocumentType,
  typedFieldRules,
  typedTemplate,
} from "./settings";

const key = () => crypto.randomUUID();

const townDay = { day: "2026-12-01", kind: "closed", reason: "Pont de décembre" };

const typedStrike = {
  from: "2026-12-01",
  target: "town",
  unit: "every",
  reason: "Grève du personnel",
};

const typedYearOf = () => ({
  name: "2040-2041",
  from: "2040-09-03",
  to: "2041-07-05",
  breakName: ["Vacances de Noël"],
  breakFrom: ["2040-12-22"],
  breakTo: ["2041-01-06"],
  idempotencyKey: key(),
});

/** What only those who answer for the whole town do: they decide on files, and set what is asked. */
export const settingsCases: Readonly<Record<string, RightsCase>> = {
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
  "agents.invite": {
    sends: () => ({
      firstName: "Nadia",
      lastName: "Ferrand-Nguyễn",
      email: `agent-${key()}@clairval.example`,
      role: "desk",
      idempotencyKey: key(),
    }),
  },
  "agents.invite-again": {
    sends: ({ animator }) => ({ accountId: animator.id, idempotencyKey: key() }),
  },
  "agents.set-active": { sends: ({ animator }) => ({ accountId: animator.id, active: "1" }) },
  "agents.reset-factor": { sends: ({ animator }) => ({ accountId: animator.id, checked: "1" }) },
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
  "settings.save-answer-template": { sends: typedTemplate },
  "settings.move-answer-template": {
    sends: ({ settings: { templates: list } }) => movedDown(list, list.templates),
  },
  "settings.preview-school-years": {
    sends: () => ({ file: new File(["[]"], "calendrier.json") }),
  },
  "settings.import-school-years": {
    sends: () => {
      const { name, from, to } = typedYearOf();
      const years = JSON.stringify([{ name, from, to, breaks: [] }]);
      return { years, shown: "0".repeat(64), idempotencyKey: key() };
    },
  },
  "settings.add-town-day": {
    sends: () => ({ ...townDay, activities: [], idempotencyKey: key() }),
  },
  "settings.remove-town-day": { sends: () => ({ ...townDay, idempotencyKey: key() }) },
  "settings.save-school-year": { sends: typedYearOf },
  "settings.save-document-type": { sends: typedDocumentType },
  "settings.move-document-type": {
    sends: ({ settings: { documentTypes: list } }) => movedDown(list, list.types),
  },
  "closures.foresee": { sends: () => typedStrike },
  "closures.declare": {
    sends: () => ({ ...typedStrike, shown: "0".repeat(64), idempotencyKey: key() }),
  },
  "closures.reopen": {
    sends: ({ settings }) => ({ id: settings.closureId, idempotencyKey: key() }),
  },
  ...townCases,
};
