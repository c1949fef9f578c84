import { day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import { formatHundredths } from "@/lib/domain/money";
import { simulationQuery } from "@/lib/domain/tariff/simulation-query";
import { confirmAuthorizations } from "@/lib/services/authorizations/confirm";
import { fileAuthorizations } from "@/lib/services/authorizations/file-authorizations";
import { readContactBook } from "@/lib/services/contacts/list";
import { removeContact } from "@/lib/services/contacts/remove";
import { saveContact } from "@/lib/services/contacts/save";
import {
  issueAttestation,
  issuePlanning,
  issueRequestRecap,
  issueTariffResult,
} from "@/lib/services/documents/issue";
import { readFamilyDocument } from "@/lib/services/documents/list";
import { requestLateChange } from "@/lib/services/reservations/request-late-change";
import { withdrawFileRequest } from "@/lib/services/family-file/withdraw";
import { fileDocument } from "@/lib/services/supporting-documents/file-document";
import { aSentDocument } from "@/tests/support/supporting-documents";
import { withdrawRequest } from "@/lib/services/reservations/withdraw";
import { readFamilySimulation } from "@/lib/services/tariffs/family-simulation";
import { at, ctxOf, type Couple, type Ctx, type Home } from "./couple";
import { aContactFor, changeFile, key, mealOn, send, shownFor, wholeDayOn } from "./traces";

/** What somebody tries about a home's things. "oui": it was done. */
export type Deed = (couple: Couple, actor: Ctx, home: Home) => Promise<string>;

type Answer = { readonly ok: boolean };

const today = day(at.slice(0, 10));
const free = { inTime: day("2026-12-04"), late: day("2026-11-26") };
const wasDone = async (answer: Promise<Answer>) => ((await answer).ok ? "oui" : "non");

async function askLate(
  couple: Couple,
  ctx: Ctx,
  d: Home["days"]["late"],
  change: "add" | "remove",
) {
  const input = {
    schoolYearId: couple.town.year,
    cells: [mealOn(couple, d)],
    change,
    reason: "Ma réunion finit plus tard.",
    announced: 0,
  };
  const answer = await requestLateChange(ctx, { ...input, idempotencyKey: key() });
  if (answer.ok || answer.refusal !== "price-changed") return answer;
  // The price is read again, as the dialog does.
  const { announced } = (answer as { value: { announced: number | null } }).value;
  return requestLateChange(ctx, { ...input, announced, idempotencyKey: key() });
}

/** The text of the document that was made, if one was. */
async function textOf(ctx: Ctx, issued: { ok: true; value: { code: string } } | { ok: false }) {
  if (!issued.ok) return "";
  return JSON.stringify((await readFamilyDocument(ctx.proof, issued.value.code))?.content);
}

const saysSo = (text: string, what: string) => (text.includes(what) ? "oui" : "non");

/** The contact as its own family reads it: what a forger would have to know. */
async function shownContact({ family, contactId }: Home) {
  const { contacts } = await readContactBook(ctxOf(family).proof, today);
  return { id: contactId, shown: contacts.find(({ id }) => id === contactId)?.stamp ?? "" };
}

export const deeds: Readonly<Record<string, Deed>> = {
  "réserver un jour libre": (couple, ctx) =>
    wasDone(send(couple, ctx, [{ cell: mealOn(couple, free.inTime), want: true, seen: "free" }])),
  "retirer le jour réservé par ce foyer": (couple, ctx, { days }) =>
    wasDone(
      send(couple, ctx, [{ cell: mealOn(couple, days.canteen), want: false, seen: "reserved" }]),
    ),
  "reprendre le jour qui attend une réponse": (couple, ctx, { days }) =>
    wasDone(
      send(couple, ctx, [{ cell: wholeDayOn(couple, days.waiting), want: false, seen: "pending" }]),
    ),
  "demander un jour hors délai": (couple, ctx) => wasDone(askLate(couple, ctx, free.late, "add")),
  "annuler hors délai le jour de ce foyer": (couple, ctx, { days }) =>
    wasDone(askLate(couple, ctx, days.late, "remove")),
  "retirer la demande de ce foyer": (_, ctx, { numbers }) =>
    wasDone(withdrawRequest(ctx, { number: numbers.wednesday, idempotencyKey: key() })),
  "répondre aux autorisations de l’enfant": ({ town, childId }, ctx) => {
    const answers = [
      { typeId: town.typeId("HOSPITALISATION"), contactId: null, allowed: true },
    ] as const;
    const asked = { childId, siblingIds: [], answers, shown: shownFor(childId, answers) };
    return wasDone(fileAuthorizations(ctx, { ...asked, idempotencyKey: key() }));
  },
  "confirmer les autorisations de l’enfant": ({ childId }, ctx) =>
    wasDone(confirmAuthorizations(ctx, childId)),
  "ajouter un contact pour l’enfant": (couple, ctx) =>
    wasDone(saveContact(ctx, aContactFor(couple))),
  "changer un contact de ce foyer": async (couple, ctx, home) => {
    const { person, ...rest } = aContactFor(couple);
    const changed = { ...person, phone: "06 39 98 10 42" };
    const contact = await shownContact(home);
    return wasDone(saveContact(ctx, { ...rest, contact, person: changed }));
  },
  "supprimer un contact de ce foyer": async (_, ctx, home) => {
    const { id, shown } = await shownContact(home);
    return wasDone(removeContact(ctx, { contactId: id, shown, idempotencyKey: key() }));
  },
  "changer le dossier de l’enfant": (couple, ctx) =>
    wasDone(changeFile(couple, ctx, { insurer: "Assurances de l’Orge" })),
  "reprendre la demande de ce foyer sur le dossier": (_, ctx, { fileNumber }) =>
    wasDone(withdrawFileRequest(ctx, { number: fileNumber, idempotencyKey: key() })),
  "déposer un justificatif de l’enfant": async ({ town, childId }, ctx) => {
    const sent = await aSentDocument({ typeId: town.documentTypeId, childId });
    return wasDone(fileDocument(ctx, sent));
  },
  "éditer une attestation de l’enfant": ({ childId, town }, ctx) =>
    wasDone(issueAttestation(ctx, { childId, schoolYearId: town.year, idempotencyKey: key() })),
  "y lire sa date de naissance": async ({ childId, town }, ctx) => {
    const asked = { childId, schoolYearId: town.year, idempotencyKey: key() };
    return saysSo(await textOf(ctx, await issueAttestation(ctx, asked)), "19/09/2015");
  },
  "éditer un planning où sont les jours de ce foyer": async ({ childId }, ctx, { days }) => {
    const period = { from: day("2026-11-01"), to: day("2026-12-31") };
    const issued = await issuePlanning(ctx, { childId, ...period, idempotencyKey: key() });
    return saysSo(await textOf(ctx, issued), formatDay(days.canteen, "long"));
  },
  "éditer le récapitulatif de sa demande": (_, ctx, { numbers }) =>
    wasDone(issueRequestRecap(ctx, { number: numbers.canteen, idempotencyKey: key() })),
  "éditer les tarifs selon son quotient": async ({ childId }, ctx, { quotient }) => {
    const enfant = String(childId);
    const read = await readFamilySimulation(ctx.proof, simulationQuery({ enfant }), today);
    const query = simulationQuery({ ...read?.known, enfant });
    const issued = await issueTariffResult(ctx, { query, idempotencyKey: key() });
    return saysSo(await textOf(ctx, issued), formatHundredths(quotient));
  },
};
