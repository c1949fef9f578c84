import { baseOf, cellKey, type CellKey } from "@/lib/domain/booking/context";
import { day, moment, type Day } from "@/lib/domain/day";
import { formatHundredths } from "@/lib/domain/money";
import { simulationQuery } from "@/lib/domain/tariff/simulation-query";
import { prisma } from "@/lib/db";
import { readAuthorizationHistory } from "@/lib/services/authorizations/history";
import { readChildAuthorizations } from "@/lib/services/authorizations/read-authorizations";
import { readDraftAnswers } from "@/lib/services/authorizations/draft-answers";
import { readFiledAuthorizations } from "@/lib/services/authorizations/read-filed";
import { readContactBook } from "@/lib/services/contacts/list";
import { readDocumentsPage, readFamilyDocument } from "@/lib/services/documents/list";
import { verifyDocument } from "@/lib/services/documents/verify";
import { readHome, type Home as HomePage } from "@/lib/services/home";
import { readBooking, readPastReservations } from "@/lib/services/reservations/read-booking";
import { readAgenda, readSubmission } from "@/lib/services/reservations/read-submission";
import { readFamilyRequest } from "@/lib/services/request-kinds/detail";
import { listRequests } from "@/lib/services/request-kinds/list";
import { readFamilySimulation } from "@/lib/services/tariffs/family-simulation";
import { readForecast } from "@/lib/services/tariffs/forecast";
import { readFamilySituation } from "@/lib/services/tariffs/family-situation";
import { at, type Couple, type Ctx, type Home } from "./couple";
import { mealOn, wholeDayOn } from "./traces";

/** What a reader finds of a home's: "oui", "non", or what the calendar says of a day. */
export type Sighting = (couple: Couple, reader: Ctx, home: Home) => Promise<string>;

const today = day(at.slice(0, 10));
const yesOrNo = (seen: boolean) => (seen ? "oui" : "non");

/** A day as the portal says it: the home's state, the other home's, or nothing at all. */
const words: Readonly<Record<string, string>> = {
  reserved: "réservé",
  pending: "en attente",
  elsewhere: "autre foyer",
};

async function inCalendar({ town }: Couple, reader: Ctx, cell: CellKey): Promise<string> {
  const options = { schoolYearId: town.year, moment: reader.moment };
  const page = await readBooking(reader.proof, options);
  const isShown = page?.context.inscriptions.some(({ id }) => cell.startsWith(`${id}|`));
  if (!page || !isShown) return "rien";
  return words[baseOf(page.context, cell)] ?? "libre";
}

async function homePage(reader: Ctx, d: Day = today): Promise<HomePage> {
  return readHome(reader.proof, moment(`${d}T08:00`));
}

async function reservation({ childId }: Couple, reader: Ctx, d: Day) {
  const { children } = await homePage(reader, d);
  return children.find(({ id }) => id === childId)?.days[0]?.reservations[0];
}

/** What the home's reservations of the months to come cost it. */
async function costOf(familyId: number): Promise<number> {
  const rows = await prisma.reservation.findMany({ where: { familyId }, include: { price: true } });
  return rows.reduce((sum, { price }) => sum + (price?.amount ?? 0), 0);
}

const allRequests = { state: null, childId: null, page: 1 };

export const sightings: Readonly<Record<string, Sighting>> = {
  "le jour réservé, dans le calendrier": (couple, reader, { days }) =>
    inCalendar(couple, reader, mealOn(couple, days.canteen)),
  "le jour qui attend une réponse": (couple, reader, { days }) =>
    inCalendar(couple, reader, wholeDayOn(couple, days.waiting)),
  "le jour réservé, sur Mon accueil": async (couple, reader, { days }) =>
    words[(await reservation(couple, reader, days.late))?.state ?? ""] ?? "rien",
  "qu’il a été réservé hors délai": async (couple, reader, { days }) =>
    yesOrNo((await reservation(couple, reader, days.late))?.late ?? false),
  "le prix du jour réservé": async (couple, reader, { days }) => {
    const options = { schoolYearId: couple.town.year, moment: reader.moment };
    const page = await readBooking(reader.proof, options);
    return yesOrNo(page?.prices.kept[mealOn(couple, days.canteen)] !== undefined);
  },
  "la dépense prévue sur Mon accueil": async (_, reader, { family }) => {
    const months = await readForecast(reader.proof, today);
    const shown = months.reduce((sum, { cost }) => sum + cost.amount, 0);
    const [theirs, own] = [await costOf(family.id), await costOf(reader.proof.familyId)];
    if (shown === theirs) return "oui";
    return shown === own ? "non" : `${shown} au lieu de ${own}`;
  },
  "ses habitudes (Reprendre mon rythme)": async ({ childId, town }, reader, { days }) => {
    const past = await readPastReservations(reader.proof, reader.moment);
    const cell = cellKey(childId, town.meal, days.past);
    return yesOrNo(past.some((p) => cellKey(p.childId, p.unitId, p.day) === cell));
  },
  "son brouillon de réservation": async (couple, reader, { days }) => {
    const options = { schoolYearId: couple.town.year, moment: reader.moment };
    const page = await readBooking(reader.proof, options);
    const isKept = page?.draft?.wishes[mealOn(couple, days.canteen)] !== undefined;
    // Mon accueil tells of drafts too: one of each home's first parent, of nobody else.
    const { accountId } = reader.proof;
    const begun = [couple.mother, couple.father].filter(
      ({ family }) => family.guardians[0]?.accountId === accountId,
    ).length;
    const told = (await homePage(reader)).drafts.length;
    return told === begun ? yesOrNo(isKept) : `${told} sur Mon accueil`;
  },
  "ses réponses commencées": async ({ childId }, reader, { answers }) => {
    const kept = await readDraftAnswers(reader.proof, childId);
    return yesOrNo(JSON.stringify(kept) === JSON.stringify(answers));
  },
  "sa demande, dans la liste et sur Mon accueil": async (_, reader, { numbers, fileNumber }) => {
    const { requests } = await listRequests(reader.proof, allRequests);
    const isListed = requests.some(({ number }) => number === numbers.wednesday);
    const { requests: latest } = await homePage(reader);
    const isLatest = latest.some(({ number }) => number === fileNumber);
    return isListed === isLatest ? yesOrNo(isListed) : "selon la page";
  },
  "le détail de sa demande": async (_, reader, { numbers }) =>
    yesOrNo((await readFamilyRequest(reader.proof, numbers.wednesday)) !== null),
  "la confirmation de son envoi": async (_, reader, { submissionId }) =>
    yesOrNo((await readSubmission(reader.proof, submissionId)) !== null),
  "le fichier .ics de son envoi": async (_, reader, { submissionId }) =>
    yesOrNo((await readAgenda(reader.proof, submissionId, today)).length > 0),
  "ses jours, dans mon fichier .ics": async ({ mother, father }, reader, { days }) => {
    const mine = [mother, father].find(({ family }) => family.id === reader.proof.familyId);
    if (!mine) return "non";
    const entries = await readAgenda(reader.proof, mine.submissionId, today);
    const theirs: readonly Day[] = Object.values(days);
    return yesOrNo(entries.some((entry) => theirs.includes(entry.day)));
  },
  "les réponses sur l’enfant (sortir seul, photo…)": async ({ childId }, reader, { answers }) => {
    const read = await readChildAuthorizations(reader.proof, childId, today);
    const given = answers.every(({ typeId }) =>
      read?.states.some((state) => state.typeId === typeId && state.allowed),
    );
    return yesOrNo(given);
  },
  "l’historique de ces réponses": async ({ childId }, reader, { family, authorizations }) => {
    const events = await readAuthorizationHistory(reader.proof, childId);
    const first = family.guardians[0]?.firstName ?? "";
    const theirs = events.filter(({ by, contactName }) => by.startsWith(first) && !contactName);
    if (theirs.length === 0) return "non";
    return theirs.some(({ number }) => number === authorizations.number) ? "oui" : "sans le n°";
  },
  "la demande qui a changé ces réponses": async (_, reader, { authorizations }) => {
    const filed = await readFiledAuthorizations(reader.proof, authorizations.submissionId);
    const request = await readFamilyRequest(reader.proof, authorizations.number);
    return (filed === null) === (request === null) ? yesOrNo(filed !== null) : "selon la page";
  },
  "ses contacts": async (_, reader, { contactId }) => {
    const { contacts, children } = await readContactBook(reader.proof, today);
    const isNamed = children.some((child) => child.contacts.some(({ id }) => id === contactId));
    return yesOrNo(isNamed || contacts.some(({ id }) => id === contactId));
  },
  "pour quel enfant ils sont là": async (_, reader, { contactId }) => {
    const { contacts } = await readContactBook(reader.proof, today);
    return yesOrNo(contacts.some(({ id, childIds }) => id === contactId && childIds.length > 0));
  },
  "ses documents édités": async (_, reader, { code }) => {
    const { documents } = await readDocumentsPage(reader.proof, 1, reader.moment);
    const isListed = documents.some((document) => document.code === code);
    const isRead = (await readFamilyDocument(reader.proof, code)) !== null;
    return isListed === isRead ? yesOrNo(isListed) : "selon la page";
  },
  "un document dont on a le numéro": async (_, _reader, { code }) => {
    const found = await verifyDocument(code, "192.0.2.1");
    return yesOrNo(found.ok && found.value !== null);
  },
  "son quotient familial": async ({ childId }, reader, { quotient }) => {
    const { quotient: read } = await readFamilySituation(reader.proof, today);
    const query = simulationQuery({ enfant: String(childId) });
    const simulation = await readFamilySimulation(reader.proof, query, today);
    const known = simulation?.known.quotient === formatHundredths(quotient);
    return yesOrNo(read?.quotientFamilial === quotient || known);
  },
  "les parents du foyer et leurs coordonnées": async (_, reader, { family }) => {
    const { guardians, familyName } = await homePage(reader);
    const first = family.guardians[0];
    const isNamed = guardians.some(({ id, email }) => id === first?.id || email === first?.email);
    return yesOrNo(isNamed || familyName === family.name);
  },
  "l’enfant, là où l’on en choisit un": async ({ town, childId }, reader) => {
    const options = { schoolYearId: town.year, moment: reader.moment };
    const situation = await readFamilySituation(reader.proof, today);
    const seen = [
      (await homePage(reader)).children.map(({ id }) => id),
      (await readBooking(reader.proof, options))?.context.children.map(({ id }) => id) ?? [],
      (await readDocumentsPage(reader.proof, 1, reader.moment)).children.map(({ id }) => id),
      situation.children.map((child) => child.childId),
    ].map((ids) => ids.includes(childId));
    return new Set(seen).size === 1 ? yesOrNo(seen[0] ?? false) : "selon la page";
  },
  "l’enfant qui n’est que de ce foyer": async ({ town }, reader, { onlyChild }) => {
    const options = { schoolYearId: town.year, moment: reader.moment };
    const seen = [
      (await homePage(reader)).children,
      (await readBooking(reader.proof, options))?.context.children ?? [],
      (await listRequests(reader.proof, allRequests)).children,
      (await readFamilySituation(reader.proof, today)).children,
      (await readDocumentsPage(reader.proof, 1, reader.moment)).children,
    ].map((children) => children.some(({ firstName }) => firstName === onlyChild));
    return new Set(seen).size === 1 ? yesOrNo(seen[0] ?? false) : "selon la page";
  },
};
