import { day } from "@/lib/domain/day";
import { cellKey, type CellBase, type CellKey } from "@/lib/domain/booking/context";
import { prisma } from "@/lib/db";
import { authorizationName } from "@/lib/domain/authorization";
import type { TypedControls } from "@/lib/domain/family-file-form";
import type { RequestKind } from "@/lib/domain/request-kind";
import { fileAuthorizations, type Answer } from "@/lib/services/authorizations/file-authorizations";
import { formOf } from "@/lib/services/authorizations/demarche-slug";
import { readFiledAuthorizations } from "@/lib/services/authorizations/read-filed";
import { saveContact } from "@/lib/services/contacts/save";
import { issueAttestation } from "@/lib/services/documents/issue";
import { fileFileChanges } from "@/lib/services/family-file/file-changes";
import { stampOf } from "@/lib/services/family-file/read-file";
import { readFileTarget } from "@/lib/services/family-file/target";
import { readDraft, saveDraft } from "@/lib/services/reservations/drafts";
import { saveFormDraft } from "@/lib/services/operational/form-drafts";
import { readSubmission } from "@/lib/services/reservations/read-submission";
import { submitReservations } from "@/lib/services/reservations/submit";
import { recapInput } from "@/tests/support/booking-drafts";
import type { Ctx, Days, Home, Place, Traces } from "./couple";

export const key = (): string => crypto.randomUUID();

/** The value of what went well. */
export function valueOf<V>(answer: { ok: true; value: V } | { ok: false; refusal: string }): V {
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
}

/** One tick, or one tick taken away, of the calendar. */
export interface Tick {
  readonly cell: CellKey;
  readonly want: boolean;
  readonly seen: CellBase;
}

export const mealOn = ({ inscriptions, town }: Place, d: Days["canteen"]): CellKey =>
  cellKey(inscriptions.canteen, town.meal, d);
export const wholeDayOn = ({ inscriptions, town }: Place, d: Days["waiting"]): CellKey =>
  cellKey(inscriptions.wednesdays, town.wholeDay, d);

/** Keeps the ticks as the calendar does, of all of the child's inscriptions, whosever it is. */
export async function keepDraft(
  { town, inscriptions }: Place,
  ctx: Ctx,
  ticks: readonly Tick[],
): Promise<void> {
  const draft = await readDraft(ctx.proof, town.year);
  const wishes = Object.fromEntries(ticks.map(({ cell, ...wish }) => [cell, wish]));
  const chosen = Object.values(inscriptions);
  const kept = { schoolYearId: town.year, from: draft?.revision ?? 0, chosen, wishes };
  valueOf(await saveDraft(ctx.proof, kept, ctx.now));
}

/** From the calendar to the confirmation. */
export async function send(place: Place, ctx: Ctx, ticks: readonly Tick[]) {
  await keepDraft(place, ctx, ticks);
  return submitReservations(ctx, await recapInput(ctx, place.town.year));
}

/** What the recap of answers shows where nobody has answered before. */
export function shownFor(childId: number, answers: readonly Answer[]): string {
  return `${childId}=${answers.map((a) => `${authorizationName(a)}:null>${a.allowed}`).join(",")}`;
}

/** Everything that a family can leave behind, by the portal's own ways. */
export async function leaveTraces(
  place: Place,
  ctx: Ctx,
  { days, answers, asked }: Pick<Home, "days" | "answers" | "asked">,
): Promise<Traces> {
  const { town, childId } = place;
  const { submissionId } = valueOf(
    await send(place, ctx, [
      { cell: mealOn(place, days.canteen), want: true, seen: "free" },
      { cell: wholeDayOn(place, days.waiting), want: true, seen: "free" },
    ]),
  );
  const sent = await readSubmission(ctx.proof, submissionId);
  const given = { childId, siblingIds: [], answers, shown: shownFor(childId, answers) };
  const filed = valueOf(await fileAuthorizations(ctx, { ...given, idempotencyKey: key() }));
  const authorizations = await readFiledAuthorizations(ctx.proof, filed.submissionId);
  const { contactId } = valueOf(await saveContact(ctx, aContactFor(place)));
  const asDocument = { childId, schoolYearId: town.year, idempotencyKey: key() };
  const { code } = valueOf(await issueAttestation(ctx, asDocument));
  valueOf(await changeFile(place, ctx, { [asked.field]: asked.value }));
  const document = await prisma.supportingDocument.create({
    data: {
      id: key(),
      typeId: town.documentTypeId,
      familyId: ctx.proof.familyId,
      childId,
      accountId: ctx.proof.accountId,
      state: "accepted",
      filedAt: ctx.now,
    },
  });
  await keepDraft(place, ctx, [
    { cell: mealOn(place, days.canteen), want: false, seen: "reserved" },
  ]);
  await saveFormDraft(
    ctx.proof,
    formOf(childId),
    answers.map((answer) => ({ ...answer })),
    ctx.now,
  );
  return {
    submissionId,
    numbers: { canteen: numberOf(sent, "Restauration"), wednesday: numberOf(sent, "Centre") },
    authorizations: { ...filed, number: authorizations?.requests[0]?.number ?? 0 },
    contactId,
    code,
    fileNumber: await lastNumber(ctx, "familyFile"),
    documentId: document.id,
  };
}

/** What the form of the child's file sends, whoever sends it. */
export async function changeFile({ childId }: Place, ctx: Ctx, controls: TypedControls) {
  const subject = { about: "child", id: childId } as const;
  const target = await readFileTarget(ctx.proof, subject, ctx.now);
  const shown = target ? stampOf(target.fields) : "";
  return fileFileChanges(ctx, { subject, controls, shown, idempotencyKey: key() });
}

async function lastNumber({ proof: { familyId } }: Ctx, kind: RequestKind): Promise<number> {
  const where = { familyId, kind };
  const { number } = await prisma.serviceRequest.findFirstOrThrow({
    where,
    orderBy: { number: "desc" },
  });
  return number;
}

function numberOf(sent: Awaited<ReturnType<typeof readSubmission>>, activity: string): number {
  const request = sent?.requests.find(({ activityLabel }) => activityLabel.startsWith(activity));
  if (!request) throw new Error(`Nothing was sent for ${activity}`);
  return request.number;
}

/** A neighbour who may fetch the child. */
export function aContactFor({ town, childId }: Place) {
  return {
    contact: null,
    person: {
      civility: null,
      firstName: "Sam",
      lastName: "Petit",
      tie: "Voisin",
      phone: "06 39 98 10 41",
      birthDate: day("1990-01-31"),
    },
    children: [{ childId, answers: [{ typeId: town.typeId("VENIR_CHERCHER"), allowed: true }] }],
    idempotencyKey: key(),
  };
}
