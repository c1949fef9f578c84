import { stampOf } from "@/lib/services/settings/stamp";
import { typedContact } from "./contact";
import { documentCases } from "./document-cases";
import { familyAdminCases } from "./family-admin-cases";
import { importCases } from "./import-cases";
import { requestCases } from "./request-cases";
import { settingsCases } from "./settings-cases";
import type { RightsCase } from "./rights-case";
import { everybody, type Person, type World } from "./world";

const key = () => crypto.randomUUID();
const draftOf = ({ draftTariff }: World) => ({
  versionId: draftTariff.id,
  revision: draftTariff.revision,
  idempotencyKey: key(),
});

const credential = { id: "AA", rawId: "AA", type: "public-key" };
/** In the shape that is read; nobody's. */
const madePasskey = {
  label: "Clé",
  passkey: { ...credential, response: { clientDataJSON: "AA", attestationObject: "AA" } },
};
const signedPasskey = {
  ...credential,
  response: { clientDataJSON: "AA", authenticatorData: "AA", signature: "AA" },
};

/** On the own account: everybody who has one. */
const whoeverIsSignedIn = everybody.filter((person) => person !== "nobody");
const parent: readonly Person[] = ["parent"];

/** One case for each action and writing route of the portal: a new one without a case fails. */
export const rightsCases: Readonly<Record<string, RightsCase>> = {
  "account.end-session": { sends: (w) => ({ session: w.parentSession }), may: parent },
  "account.end-others": { sends: () => ({}), may: whoeverIsSignedIn },
  "account.change-password": {
    sends: () => ({
      actuel: "pas le bon",
      motDePasse: "girafe bouton neige",
      confirmation: "girafe bouton neige",
    }),
    may: whoeverIsSignedIn,
  },
  "account.begin-passkey": { sends: () => ({ actuel: "pas le bon" }), may: whoeverIsSignedIn },
  "account.add-passkey": { sends: () => madePasskey, may: whoeverIsSignedIn },
  "account.remove-passkey": {
    sends: (w) => ({ cle: w.parentPasskey, actuel: "pas le bon" }),
    may: parent,
  },
  "account.ask-passkey": { sends: () => ({}), may: whoeverIsSignedIn },
  "account.confirm-passkey": { sends: () => ({ passkey: signedPasskey }), may: whoeverIsSignedIn },
  "account.begin-factor": { sends: () => ({ actuel: "pas le bon" }), may: whoeverIsSignedIn },
  "account.confirm-factor": { sends: () => ({ code: "000000" }), may: whoeverIsSignedIn },
  "account.renew-recovery-codes": { sends: () => ({}), may: whoeverIsSignedIn },
  "account.remove-factor": { sends: () => ({ actuel: "pas le bon" }), may: whoeverIsSignedIn },
  "account.prove-factor": { sends: () => ({ code: "000000" }), may: whoeverIsSignedIn },
  "reservations.choose": {
    sends: (w) => ({ schoolYearId: w.schoolYearId, inscription: [w.inscriptionId] }),
    may: parent,
  },
  "reservations.submit": { sends: (w) => w.sending, may: parent },
  "reservations.ask-late": {
    sends: (w) => ({
      schoolYearId: w.schoolYearId,
      cells: [w.lateCell],
      change: "add",
      reason: "Rendez-vous imprévu",
      announced: 430,
      idempotencyKey: key(),
    }),
    may: parent,
  },
  "absences.tell": {
    sends: (w) => ({
      schoolYearId: w.schoolYearId,
      places: [w.reservedPlace],
      reason: "Une varicelle à la maison.",
      idempotencyKey: key(),
    }),
    may: parent,
  },
  "reservations.cancel": {
    sends: (w) => ({ schoolYearId: w.schoolYearId, draft: "drop" }),
    may: parent,
  },
  "reservations.autosave": {
    sends: (w) => ({
      schoolYearId: w.schoolYearId,
      revision: w.sending.revision,
      chosen: [w.inscriptionId],
      wishes: {},
    }),
    may: parent,
  },
  ...requestCases,
  ...settingsCases,
  "authorizations.answer": {
    sends: (w) => ({
      childId: w.childId,
      ...Object.fromEntries(
        Array.from({ length: 6 }, (_, i) => [`reponse-${w.photoTypeId - 1 + i}`, "non"]),
      ),
    }),
    may: parent,
  },
  "authorizations.validate": {
    sends: (w) => ({
      childId: w.childId,
      shown: `${w.childId}=${w.photoTypeId}:null>true`,
      idempotencyKey: key(),
    }),
    may: parent,
  },
  "authorizations.confirm": { sends: (w) => ({ childId: w.childId }), may: parent },
  "authorizations.cancel": { sends: (w) => ({ childId: w.childId }), may: parent },
  "contacts.add": { sends: (w) => typedContact(w.contact), may: parent },
  "contacts.change": {
    sends: (w) => ({
      ...typedContact(w.contact),
      contactId: w.contact.id,
      shown: w.contact.shown,
    }),
    may: parent,
  },
  "contacts.remove": {
    sends: (w) => ({ contactId: w.contact.id, shown: w.contact.shown, idempotencyKey: key() }),
    may: parent,
  },
  "family-file.change-guardian": {
    sends: (w) => ({
      ...w.file.guardian,
      otherPhone: "0639981044",
      ...changedAddress,
      idempotencyKey: key(),
    }),
    may: parent,
  },
  // A child's file is of both homes, unless a court order says otherwise (tests/services/family-file).
  "family-file.change-child": {
    sends: (w) => ({ ...w.file.child, schoolClass: "CM2", hasPai: "non", idempotencyKey: key() }),
    may: ["parent", "separatedParent"],
  },
  // Everybody asks for the own account only, with its password: these have none.
  "family-file.ask-email-change": {
    sends: () => ({
      newEmail: "nouvelle.adresse@exemple.fr",
      motDePasse: "une phrase assez longue",
    }),
    may: ["parent", "stranger", "separatedParent"],
  },
  ...documentCases,
  ...familyAdminCases,
  ...importCases,
  "switch-family": {
    sends: (w) => ({ familyId: w.duponts.family.id }),
    may: parent,
  },
  "tariffs.copy": {
    sends: (w) => ({
      modelId: String(w.draftTariff.id),
      name: "Tarifs 2028",
      idempotencyKey: key(),
    }),
  },
  "tariffs.save-category": {
    sends: () => ({ label: "Enfant du personnel", explanation: "", idempotencyKey: key() }),
  },
  "tariffs.save-price-setting": {
    sends: () => ({
      following: "announcedPrice",
      shown: stampOf({ following: "priceOfDay" }),
      idempotencyKey: key(),
    }),
  },
  "tariffs.save-grid": {
    sends: (w) => ({
      ...draftOf(w),
      categoryId: 1,
      grid: { bounds: [{ text: "0" }], cells: [emptyCell] },
    }),
  },
  "tariffs.save-settings": {
    sends: (w) => ({
      ...draftOf(w),
      name: "Tarifs 2027 bis",
      unknownQuotient: "refuse",
      reductions: [],
    }),
  },
  "tariffs.preview-spreadsheet": {
    sends: (w) => ({ versionId: w.draftTariff.id, file: new File(["pas un tableur"], "t.xlsx") }),
  },
  "tariffs.apply-spreadsheet": {
    sends: (w) => ({
      ...draftOf(w),
      cells: [{ unitId: 1, categoryId: 1, rule: { kind: "fixed", amount: 100 } }],
    }),
  },
  "tariffs.delete": { sends: draftOf },
  "tariffs.publish": {
    sends: (w) => ({ ...draftOf(w), from: "2027-01-01" }),
  },
};

const changedAddress = {
  street: "3 place du Marché",
  complement: "",
  postcode: "91000",
  city: "Clairval-sur-Orge",
};

const emptyCell = {
  unitId: 1,
  kind: "fixed",
  amount: "1,00",
  amounts: [],
  rate: "",
  floor: "",
  ceiling: "",
};

/** Open to people who are not signed in: what protects them is tested where they are (tokens, throttles). */
export const openToAnyone: readonly string[] = [
  "sign-out",
  "sign-in.code",
  "request-password-link",
  "sign-in.ask-passkey",
  "sign-in.passkey",
  "request-sign-in-link",
  "sign-in.by-link",
  "save-password",
  "family-file.confirm-email",
];
