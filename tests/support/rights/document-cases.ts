import { typedDocument } from "./document";
import type { RightsCase } from "./rights-case";

const key = () => crypto.randomUUID();

/** What the town gives in writing, and what it is given. */
export const documentCases: Readonly<Record<string, RightsCase>> = {
  // The child's other home may attest the same; its planning would be of its own days, and it has none.
  "documents.attestation": {
    sends: (w) => ({ childId: w.childId, schoolYearId: w.schoolYearId, idempotencyKey: key() }),
    may: ["parent", "separatedParent"],
  },
  "documents.planning": {
    sends: (w) => ({
      childId: w.childId,
      from: "2026-12-01",
      to: "2026-12-31",
      idempotencyKey: key(),
    }),
    may: ["parent"],
  },
  "documents.request-recap": {
    sends: (w) => ({ number: w.request.number, idempotencyKey: key() }),
    may: ["parent"],
  },
  // Each home's own tariffs: the child is the same, the quotient is not.
  "documents.tariff-result": {
    sends: (w) => ({
      simulation: `enfant=${w.childId}&categorie=${w.categoryId}&quotient=640&enfants=2&residence=commune`,
      idempotencyKey: key(),
    }),
    may: ["parent", "separatedParent"],
  },
  // The child's other home may file the same: what it files stays with it.
  "supporting-documents.file": {
    sends: (w) => typedDocument({ typeId: w.documentTypeId, about: `enfant-${w.childId}` }),
    may: ["parent", "separatedParent"],
  },
  "supporting-documents.add": {
    sends: (w) =>
      typedDocument({
        typeId: w.documentTypeId,
        about: `enfant-${w.childId}`,
        familyId: w.duponts.family.id,
      }),
  },
};
