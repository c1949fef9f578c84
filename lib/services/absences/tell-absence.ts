import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit, type EmailMessage } from "@/lib/commit";
import { submissionBy } from "@/lib/commit/filing";
import { absenceOf, type Absence } from "@/lib/domain/absence/plan";
import { parseCellKey, type BookingContext } from "@/lib/domain/booking/context";
import { done, refused, type Result } from "@/lib/domain/result";
import { planCost } from "@/lib/domain/tariff/plan-cost";
import { absenceTold } from "@/lib/emails/absence-told";
import { bookingUnderLock } from "@/lib/services/reservations/booking-under-lock";
import {
  placesOf,
  preparedRequest,
  toFile,
  type PreparedRequest,
} from "@/lib/services/reservations/prepared-request";
import { changesByInscription } from "@/lib/services/reservations/recap";
import { writeChanges } from "@/lib/services/reservations/write-changes";
import { requestsUrl } from "@/lib/urls";
import { town } from "@/town/town";

export interface AbsenceInput {
  readonly schoolYearId: number;
  /** `inscription|unit|day|outcome`: the places, each with what the family read would become of it. */
  readonly places: readonly string[];
  /** 3 to 500 characters: the service reads it of what comes late. */
  readonly reason: string;
  readonly idempotencyKey: string;
}

/**
 * Tells that children will not come: one sending and one e-mail, whatever the number of children, units
 * and days; one request per inscription, two where a part of it comes past its cut-off. Everything is worked out
 * again under the lock of the family's inscriptions, and refused where it is no longer what was read.
 */
export async function tellAbsence(
  ctx: ActionContext<AuthorizedFamily>,
  input: AbsenceInput,
): Promise<Result<{ submissionId: string }, "cell-changed" | "key-reused">> {
  const { familyId, accountId } = ctx.proof;
  const { idempotencyKey: key, ...payload } = input;
  return commit<{ submissionId: string }, "cell-changed">(
    { accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx) => {
      const booking = await bookingUnderLock(tx, ctx, input.schoolYearId);
      const absences = booking && absencesOf(booking.context, input.places);
      if (!absences) return refused("cell-changed");
      const { context, explained, prices } = booking;
      const requests = requestsOf(context, absences, input.reason);
      // What comes late stays due until the service says otherwise.
      const inTime = changesOf(absences, (outcome) => outcome !== "late");
      const cost = planCost(context, inTime, prices);
      await writeChanges(tx, ctx, requests, { explained, prices, cost, offered: false });
      const submission = submissionBy(ctx, {
        kind: "reservations",
        requests: requests.map(toFile),
      });
      return done({
        submissions: [submission],
        leaves: (numbers) => ({
          value: { submissionId: submission.id },
          events: [
            {
              kind: "reservations-submitted",
              familyId,
              subject: submission.id,
              data: { numbers, additions: 0, removals: absences.length, cents: cost.total.amount },
            },
          ],
          emails: [emailOf(ctx, input, requests, numbers)],
        }),
      });
    },
  );
}

function emailOf(
  ctx: ActionContext<AuthorizedFamily>,
  { reason }: AbsenceInput,
  requests: readonly PreparedRequest[],
  numbers: readonly number[],
): EmailMessage {
  return absenceTold({
    to: ctx.actor.email,
    firstName: ctx.actor.firstName,
    reason,
    url: requestsUrl(),
    town: town.mail.senderName,
    requests: requests.map((request, i) => ({
      ...request.inscription,
      ...request,
      number: numbers[i] ?? 0,
      places: placesOf(request),
    })),
  });
}

/** The places as absences, or null where one of them is no longer what the family read. */
function absencesOf(context: BookingContext, places: readonly string[]): Absence[] | null {
  const absences = [...new Set(places)].flatMap((place) => {
    const split = place.lastIndexOf("|");
    const cell = parseCellKey(place.slice(0, split));
    const absence = cell && absenceOf(context, cell);
    return absence?.outcome === place.slice(split + 1) ? [absence] : [];
  });
  return absences.length > 0 && absences.length === new Set(places).size ? absences : null;
}

function changesOf(absences: readonly Absence[], isTaken: (outcome: string) => boolean) {
  const changes = absences.filter(({ outcome }) => isTaken(outcome)).map(({ planned }) => planned);
  return { changes, unchanged: [], impossible: [] };
}

function requestsOf(
  context: BookingContext,
  absences: readonly Absence[],
  reason: string,
): PreparedRequest[] {
  const inTime = changesOf(absences, (outcome) => outcome !== "late");
  const late = changesOf(absences, (outcome) => outcome === "late");
  return [
    ...changesByInscription(context, inTime).map((group) => preparedRequest(context, group)),
    ...changesByInscription(context, late).map((group) => preparedRequest(context, group, reason)),
  ];
}
