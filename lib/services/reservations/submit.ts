import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit, type EmailMessage, type Tx } from "@/lib/commit";
import { recapOfPlan, type InscriptionRecap } from "@/lib/domain/booking/plan-recap";
import { planChanges } from "@/lib/domain/booking/plan";
import { dayOf } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { reservationsConfirmed } from "@/lib/emails/reservations-confirmed";
import { submissionBy } from "@/lib/commit/filing";
import { chosenWishes, dropOf, lockBookingDraft } from "./drafts";
import { costOfInscription, planCost } from "@/lib/domain/tariff/plan-cost";
import { fullPriceTable, hasPrices, priceTable } from "@/lib/domain/tariff/price-table";
import { bookingConfirmationUrl } from "@/lib/urls";
import { contextOf, keptAmounts, readHeld, readInscriptions } from "./booking-rows";
import { readYearsAndPrices } from "./years-and-prices";
import { fullInWords, placesFull, type PlacesFull } from "./full-places";
import { readScarceSeats } from "./scarce-seats";
import { changesByInscription, fingerprintOf } from "./recap";
import { preparedRequest, toFile, type PreparedRequest } from "./prepared-request";
import { withdrawWaitingLines } from "./withdraw-waiting-lines";
import { writeChanges, type Pricing } from "./write-changes";
import { town } from "@/town/town";

export interface SubmissionInput {
  readonly schoolYearId: number;
  /** The draft's revision that the recap was drawn from. */
  readonly revision: number;
  /** The plan that the recap showed (`fingerprintOf`). */
  readonly fingerprint: string;
  readonly idempotencyKey: string;
}

export type SubmissionRefusal = "draft-changed" | "plan-changed" | "nothing-to-send";

/**
 * Sends the draft: works everything out again under the lock of the family's inscriptions, writes
 * reservations and request lines in one statement; `commit` takes the numbers. One submission, one
 * numbered request per child and inscription with changes. Eight statements between BEGIN and
 * COMMIT, whatever the number of dates; one more where a unit is limited, and one when a waiting change is
 * taken back. Where places have run short since the recap nothing is sent, and what is full is named.
 */
export async function submitReservations(
  ctx: ActionContext<AuthorizedFamily>,
  input: SubmissionInput,
): Promise<Result<{ submissionId: string }, SubmissionRefusal | "key-reused"> | PlacesFull> {
  const family = ctx.proof;
  let full: PlacesFull | null = null;
  const outcome = await commit<{ submissionId: string }, SubmissionRefusal | "places-full">(
    {
      accountId: family.accountId,
      now: ctx.now,
      idempotency: { key: input.idempotencyKey, payload: input },
    },
    async (tx) => {
      const planned = await planUnderLock(tx, ctx, input);
      if (!planned.ok) {
        if (planned.refusal === "places-full") full = planned;
        return planned;
      }
      const { requests, changes, pricing } = planned.value;
      await writeChanges(tx, ctx, requests, pricing);
      await withdrawWaitingLines(tx, ctx, changes);
      const submission = submissionBy(ctx, {
        kind: "reservations",
        requests: requests.map(toFile),
      });
      return done({
        submissions: [submission],
        besides: dropOf(family, input.schoolYearId),
        leaves: (numbers) => ({
          value: { submissionId: submission.id },
          events: [
            {
              kind: "reservations-submitted",
              familyId: family.familyId,
              subject: submission.id,
              data: {
                numbers,
                additions: changes.filter(({ change }) => change === "add").length,
                removals: changes.filter(({ change }) => change === "remove").length,
                cents: pricing.cost.total.amount,
              },
            },
          ],
          emails: [confirmation(ctx, submission.id, planned.value, numbers)],
        }),
      });
    },
  );
  if (outcome.ok) return outcome;
  const { refusal } = outcome;
  return refusal === "places-full" ? (full ?? placesFull([])) : { ok: false, refusal };
}

async function planUnderLock(tx: Tx, ctx: ActionContext<AuthorizedFamily>, input: SubmissionInput) {
  const family = ctx.proof;
  const draft = await lockBookingDraft(tx, family, input.schoolYearId);
  if (!draft || draft.revision !== input.revision) return refused("draft-changed" as const);
  const { familyId } = family;
  const today = dayOf(ctx.moment);
  // Locked before the prices are read: a fee that the other home pays at this moment is seen.
  const rows = await readInscriptions(tx, familyId, input.schoolYearId, today, "for-update");
  const { years, facts } = await readYearsAndPrices(tx, family, input.schoolYearId);
  const year = years.find(({ id }) => id === input.schoolYearId);
  if (!year) return refused("draft-changed" as const);
  const held = await readHeld(
    tx,
    familyId,
    rows.map(({ id }) => id),
  );
  const seats = await readScarceSeats(tx, rows, today);
  const context = contextOf({
    years,
    schoolYear: year,
    inscriptions: rows,
    held,
    seats,
    now: ctx.moment,
  });
  const plan = planChanges(context, chosenWishes(draft));
  const full = fullInWords(context, plan.impossible);
  if (plan.changes.length === 0)
    return full.length > 0 ? placesFull(full) : refused("nothing-to-send" as const);
  const explained = fullPriceTable(facts.tariffs, facts.family, context.inscriptions);
  const prices = priceTable(explained, { cells: keptAmounts(held), ...facts.fees });
  const cost = planCost(context, plan, prices);
  if (fingerprintOf(plan, prices, cost) !== input.fingerprint)
    return full.length > 0 ? placesFull(full) : refused("plan-changed" as const);
  const requests: PreparedRequest[] = changesByInscription(context, plan)
    .filter(({ changes }) => changes.length > 0)
    .map((group) => preparedRequest(context, group));
  const recap = recapOfPlan(context, plan).flatMap(({ inscriptions }) => inscriptions);
  const pricing = { explained, prices, cost, offered: false };
  return done({ requests, changes: plan.changes, schoolYearName: year.name, recap, pricing });
}

function confirmation(
  ctx: ActionContext<AuthorizedFamily>,
  submissionId: string,
  filed: {
    requests: PreparedRequest[];
    schoolYearName: string;
    recap: InscriptionRecap[];
    pricing: Pricing;
  },
  numbers: readonly number[],
): EmailMessage {
  return reservationsConfirmed({
    to: ctx.actor.email,
    firstName: ctx.actor.firstName,
    at: ctx.moment,
    schoolYearName: filed.schoolYearName,
    url: bookingConfirmationUrl(submissionId),
    town: town.mail.senderName,
    total: hasPrices(filed.pricing.prices) ? filed.pricing.cost.total : null,
    examined: filed.pricing.cost.examined,
    requests: filed.requests.map((request, i) => ({
      ...request.inscription,
      ...request,
      number: numbers[i] ?? 0,
      sentences: sentencesOf(filed.recap, request.inscription.id),
      cost: hasPrices(filed.pricing.prices)
        ? costOfInscription(filed.pricing.cost, request.inscription.id)
        : null,
    })),
  });
}

function sentencesOf(recap: readonly InscriptionRecap[], inscriptionId: number): string[] {
  const its = recap.find(({ inscription }) => inscription.id === inscriptionId);
  return [
    ...(its?.additions ?? []).map(({ sentence }) => `ajouté, ${sentence}`),
    ...(its?.removals ?? []).map(({ sentence }) => `retiré, ${sentence}`),
  ];
}
