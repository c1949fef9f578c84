import { addDays, type Day, dayOf, momentAt, type Period } from "@/lib/domain/day";
import type { BuiltFamily } from "@/tests/support/builders/family";
import { nameFacts } from "./facts";
import { inscriptionsOf } from "./known-families";
import type { Random } from "./random";
import { drawMoment } from "./rhythms";
import type { Decision, DemoInscription, Sending } from "./sending";
import { type DemoTown, unitIdOf } from "./town";

const waiting = 25;
const answered = 15;
/** Farther than the cut-offs of Wednesdays (7 days) and holidays (21 days) since the sending. */
const nearest = { CL_MERCREDIS: 24, CL_VACANCES: 40 } as const;

interface Asker {
  readonly family: BuiltFamily;
  readonly accountId: string;
  readonly actorName: string;
  readonly inscription: DemoInscription;
}

/**
 * The last weeks before `today` at the leisure centres: 25 requests that await the agents and 15
 * that they have answered, of families who come now and then (no rhythm on those inscriptions).
 */
export function drawRecent(
  town: DemoTown,
  families: readonly BuiltFamily[],
  earlier: readonly Sending[],
  today: Day,
  random: Random,
): Sending[] {
  const busy = new Set(
    earlier.flatMap(({ parts }) =>
      parts.flatMap(({ inscription, cells }) => (cells.length > 0 ? inscription.id : [])),
    ),
  );
  const askers = shuffled(askersOf(town, families, today), random).filter(
    ({ inscription }) => !busy.has(inscription.id),
  );
  return askers.slice(0, waiting + answered).map((asker, i) => {
    const when = i < waiting ? { from: -9, to: -1 } : { from: -16, to: -10 };
    const at = drawMoment(random, {
      from: addDays(today, when.from),
      to: addDays(today, when.to),
    });
    const { inscription, family, accountId, actorName } = asker;
    const cells = drawCells(inscription, today, random);
    const decision = i < waiting ? null : drawDecision(dayOf(at), cells.length, i, random);
    return {
      at,
      familyId: family.id,
      accountId,
      actorName,
      parts: [{ inscription, cells }],
      decision,
    };
  });
}

function askersOf(town: DemoTown, families: readonly BuiltFamily[], today: Day): Asker[] {
  return families.flatMap((family) => {
    const guardian = family.guardians.find(({ accountId }) => accountId !== null);
    if (!guardian?.accountId) return [];
    const { accountId } = guardian;
    const actorName = `${guardian.firstName} ${guardian.lastName}`;
    const inscriptions = [...town.schoolYears.keys()].flatMap((year) =>
      inscriptionsOf(town, family.children, year),
    );
    const first = inscriptions.filter((i) => choices(i, today).length > 0);
    // One inscription a family, so that the queue shows many names.
    return first.slice(0, 1).map((inscription) => ({ family, accountId, actorName, inscription }));
  });
}

/** The days of the coming ten weeks of term (or of the next break) that a family may still ask. */
function choices(inscription: DemoInscription, today: Day): Day[] {
  const { activity } = inscription.group.facts;
  if (activity !== "CL_MERCREDIS" && activity !== "CL_VACANCES") return [];
  const from = addDays(today, nearest[activity]);
  const period: Period = { from, to: addDays(from, 100) };
  return inscription.group
    .openDays(unitIdOf(inscription.group, "JOURNEE"))
    .filter((d) => d >= period.from && d <= period.to)
    .slice(0, 10);
}

function drawCells(inscription: DemoInscription, today: Day, random: Random) {
  const days = choices(inscription, today);
  const unit = inscription.group.facts.activity === "CL_MERCREDIS" && random.chance(30);
  const unitId = unitIdOf(inscription.group, unit ? "MATIN" : "JOURNEE");
  const count = 1 + random.below(Math.min(6, days.length));
  const start = random.below(days.length - count + 1);
  return days.slice(start, start + count).map((d) => ({ unitId, day: d }));
}

function drawDecision(asked: Day, cells: number, i: number, random: Random): Decision {
  const refused = i % 5 === 0 ? cells : i % 5 === 1 && cells > 1 ? 1 : 0;
  const outcome = refused === 0 ? "accepted" : refused === cells ? "refused" : "partlyAccepted";
  return {
    at: momentAt(addDays(asked, 1 + random.below(8)), "15:20"),
    refused,
    message: random.pick(nameFacts.decisions[outcome]),
  };
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list];
  return list.flatMap(() => left.splice(random.below(left.length), 1));
}
