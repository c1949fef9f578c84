import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import type { EmailMessage, Tx } from "@/lib/commit";
import { givenBack } from "@/lib/domain/closure-figures";
import type { Day, Period } from "@/lib/domain/day";
import { formatPeriod } from "@/lib/domain/day-words";
import { inscriptionEnded } from "@/lib/emails/inscription-ended";
import { readPeople } from "@/lib/services/closures/tell-families";
import { closePlaces, readEndingFees } from "@/lib/services/places/close-places";
import type { ClosingLine, ClosingPlace } from "@/lib/services/reservations/closing-dates";
import { droppedLinesSql } from "@/lib/services/reservations/drop-lines";
import { requestsUrl } from "@/lib/urls";
import { town } from "@/town/town";

/** A day that an inscription does not reach any more. */
export interface LeavingDay {
  readonly day: Day;
}

/** What is held and what waits of such days, in any home of the child. */
export interface LeavingDays {
  readonly places: readonly ClosingPlace[];
  readonly lines: readonly ClosingLine[];
}

/**
 * Gives the places back in the ledger and closes what waits without an answer; returns the e-mails of the
 * families that held something and may see the child. The caller holds the inscription's lock.
 */
export async function giveBack(
  tx: Tx,
  ctx: ActionContext<Authorized<"change-families">>,
  { places, lines }: LeavingDays,
  { activity, ...period }: Period & { readonly activity: string },
): Promise<EmailMessage[]> {
  if (places.length + lines.length === 0) return [];
  const people = await readPeople(tx, { places });
  const fees = await readEndingFees(tx, places);
  const message = `L’inscription ne va plus que ${formatPeriod(period)}\u00a0: ce qui attendait une réponse pour les autres jours est classé sans suite.`;
  const actorName = `${ctx.actor.firstName} ${ctx.actor.lastName}`;
  const act = { at: ctx.now, accountId: ctx.proof.accountId, actorName, message };
  await closePlaces(tx, {
    at: ctx.now,
    cause: "inscriptionEnded",
    places,
    statements: droppedLinesSql(act, lines),
  });
  return people.map(({ familyId, email, firstName }) => {
    const its = places.filter((place) => place.familyId === familyId);
    return inscriptionEnded({
      to: email,
      replyTo: its[0]?.departmentEmail ?? town.department.email,
      firstName,
      child: its[0]?.firstName ?? "",
      activity,
      period,
      places: its,
      amount: givenBack(
        its,
        fees.filter((fee) => fee.familyId === familyId),
      ),
      url: requestsUrl(),
      town: town.mail.senderName,
    });
  });
}
