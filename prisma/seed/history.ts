import type { Tx } from "@/lib/commit";
import { addDays, dayOf, type Day, instantOfMoment } from "@/lib/domain/day";
import { stateOfLines } from "@/lib/domain/service-request";
import { someReservations } from "@/tests/support/builders/reservation";
import {
  reservationOf,
  setRequestCounter,
  someRequests,
} from "@/tests/support/builders/service-request";
import type { EventSpec, RequestRow } from "@/tests/support/builders/service-request-rows";
import { townFacts } from "./facts";
import type { Random } from "./random";
import type { Sending, SendingPart } from "./sending";

interface Deciding {
  readonly today: Day;
  readonly agent: { id: string; firstName: string; lastName: string };
  readonly random: Random;
  /** Requests that others write afterwards, sent the evening before `today`: they have the last numbers. */
  readonly filedLater: number;
}

/**
 * Writes what was sent before `today`, in order: numbered requests with lines and timelines, and
 * the reservations that they made. The manual's first number falls to the first request of its day.
 */
export async function writeHistory(
  db: Tx,
  sendings: readonly Sending[],
  deciding: Deciding,
): Promise<number> {
  const past = sendings
    .filter(({ at }) => dayOf(at) < deciding.today)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.familyId - b.familyId));
  const unnumbered = requestsOf(past, deciding);
  const { day: firstDay, number: firstNumber } = townFacts.firstRequest;
  const later = addDays(deciding.today, -1) < firstDay ? deciding.filedLater : 0;
  const before = unnumbered.filter(({ sentOn }) => sentOn < firstDay).length + later;
  const rows = unnumbered.map(({ row }, i) => ({ ...row, number: firstNumber - before + i }));
  await someRequests(db, rows);
  await someReservations(db, rows.flatMap(reservationsOf));
  await setRequestCounter(db, firstNumber - before + rows.length - 1);
  return rows.length;
}

function requestsOf(sendings: readonly Sending[], deciding: Deciding) {
  const taken = new Set<string>();
  return sendings.flatMap((sending) => {
    const submissionId = deciding.random.uuid();
    return sending.parts.flatMap((part) => {
      // What the family has already is no change.
      const cells = part.cells.filter(({ unitId, day }) => {
        const key = `${part.inscription.id}|${unitId}|${day}`;
        return !taken.has(key) && taken.add(key);
      });
      if (cells.length === 0) return [];
      const row = requestOf(sending, { ...part, cells }, submissionId, deciding);
      return [{ sentOn: dayOf(sending.at), row }];
    });
  });
}

function requestOf(
  sending: Sending,
  { inscription, cells }: SendingPart,
  submissionId: string,
  deciding: Deciding,
): Omit<RequestRow, "number"> {
  const { activity } = inscription.group;
  const createdAt = instantOfMoment(sending.at);
  const lines = linesOf(sending, cells, activity.additions, deciding.today);
  const submitted: EventSpec = {
    at: createdAt,
    kind: "submitted",
    actorName: sending.actorName,
    accountId: sending.accountId,
  };
  const outcome = outcomeOf(
    sending,
    stateOfLines(lines.map(({ state }) => state)),
    activity,
    deciding,
  );
  return {
    id: deciding.random.uuid(),
    submissionId,
    accountId: sending.accountId,
    familyId: sending.familyId,
    childId: inscription.childId,
    inscriptionId: inscription.id,
    activityId: activity.id,
    createdAt,
    decidedAt: outcome?.at ?? null,
    lines,
    events: outcome ? [submitted, outcome] : [submitted],
  };
}

function linesOf(
  { decision }: Sending,
  cells: SendingPart["cells"],
  additions: "automatic" | "examined",
  today: Day,
) {
  const examined = additions === "examined";
  const decided = decision !== null && dayOf(decision.at) < today;
  return cells.map((cell, i) => ({
    ...cell,
    change: "add" as const,
    state:
      examined && !decided
        ? ("pending" as const)
        : examined && decided && i >= cells.length - decision.refused
          ? ("refused" as const)
          : ("accepted" as const),
  }));
}

/** The event that ends the timeline: the portal's own at once, or the agent's. */
function outcomeOf(
  sending: Sending,
  state: ReturnType<typeof stateOfLines>,
  { additions }: { additions: "automatic" | "examined" },
  { agent }: Deciding,
): EventSpec | null {
  if (state === "pending") return null;
  if (additions === "automatic" || !sending.decision)
    return { at: instantOfMoment(sending.at), kind: state };
  const { at, message } = sending.decision;
  return {
    at: instantOfMoment(at),
    kind: state,
    actorName: `${agent.firstName} ${agent.lastName}`,
    accountId: agent.id,
    ...(message && { message }),
  };
}

function reservationsOf(row: RequestRow) {
  return row.lines.flatMap((line) => {
    const state = reservationOf(line);
    if (!state) return [];
    return [
      {
        inscription: { id: row.inscriptionId },
        unit: { id: line.unitId },
        family: { id: row.familyId },
        day: line.day,
        state,
      },
    ];
  });
}
