import { typedMeans } from "./means";
import type { RightsCase } from "./rights-case";

const key = () => crypto.randomUUID();

const aGuardian = { firstName: "Ana", lastName: "Kovačević", email: "ana@exemple.fr" };

/** What agents of the whole town change in a family's file, and nobody else. */
export const familyAdminCases: Readonly<Record<string, RightsCase>> = {
  "families.foresee-quotient": { sends: (w) => typedMeans(w.means) },
  "families.save-quotient": {
    sends: (w) => ({ ...typedMeans(w.means), idempotencyKey: key() }),
  },
  // Without a reason: an agent is told so, and nobody removes it.
  "families.remove-quotient": {
    sends: (w) => ({
      familyId: w.means.familyId,
      replaces: "2026-01-01",
      shown: w.means.stamp,
      idempotencyKey: key(),
    }),
  },
  "families.save-category": {
    sends: (w) => ({
      familyId: w.means.familyId,
      childId: w.childId,
      categoryId: w.means.otherCategoryId,
      shown: String(w.categoryId),
      idempotencyKey: key(),
    }),
  },
  "families.change-calendar": {
    sends: (w) => ({
      familyId: w.means.familyId,
      schoolYearId: w.schoolYearId,
      week: "2026-12-07",
      want: [],
      seen: [w.reservedPlace.replace("|atOnce", "=reserved")],
      price: "usual",
      reason: "Appel de la mère",
      idempotencyKey: key(),
    }),
  },
  "families.create": {
    sends: () => ({ name: "Kovačević", ...aGuardian, idempotencyKey: key() }),
  },
  "families.save-guardian": {
    sends: (w) => ({ familyId: w.means.familyId, ...aGuardian, idempotencyKey: key() }),
  },
  "families.invite-guardian": {
    sends: (w) => ({
      familyId: w.means.familyId,
      guardianId: w.means.guardianId,
      idempotencyKey: key(),
    }),
  },
  "families.save-child": {
    sends: (w) => ({
      familyId: w.means.familyId,
      firstName: "Zoé",
      lastName: "Kovačević",
      birthDate: "2020-02-29",
      idempotencyKey: key(),
    }),
  },
  "families.add-inscription": {
    sends: (w) => ({
      familyId: w.means.familyId,
      childId: w.childId,
      groupId: w.means.group.id,
      from: w.means.group.from,
      to: w.means.group.from,
      idempotencyKey: key(),
    }),
  },
  "families.change-inscription": {
    sends: (w) => ({
      familyId: w.means.familyId,
      childId: w.childId,
      inscriptionId: w.inscriptionId,
      from: "2026-09-01",
      to: "2027-07-02",
      shownFrom: "2026-09-01",
      shownTo: "2027-07-03",
      giveBack: "1",
      idempotencyKey: key(),
    }),
  },
  "families.read-health": {
    sends: (w) => ({ familyId: w.means.familyId, childId: w.childId }),
  },
  "families.save-rights": {
    sends: (w) => ({
      familyId: w.means.familyId,
      childId: w.childId,
      rights: ["mayBook"],
      reason: "Jugement du 3 novembre 2026, vu au guichet",
      documentId: "",
      shown: JSON.stringify([true, true, true, null, null]),
      idempotencyKey: key(),
    }),
  },
};
