// Limited units: what a family reads, what is counted under the lock, and twenty families at one instant.
import { prisma } from "@/lib/db";
import { moment } from "@/lib/domain/day";
import { checkLedger } from "@/lib/services/places/check-ledger";
import { readBooking } from "@/lib/services/reservations/read-booking";
import { readRecap } from "@/lib/services/reservations/read-recap";
import { keepRows, bringRowsBack, emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";
import { withStatements } from "@/tests/support/statements";
import {
  aLimitedTown,
  limit,
  limitOn,
  readied,
  sent,
  summer,
  unitNamed,
  wanting,
  wednesday,
  type LimitedTown,
} from "./limited-town";

/** How often the race is run: CAPACITY_RUNS=20 npm test -- --only=services places/capacity. */
const runs = Number(process.env["CAPACITY_RUNS"] ?? 3);
const next = "2025-12-10";

let town: LimitedTown;

beforeAll(async () => {
  await emptyTables();
  town = await aLimitedTown(20);
  await keepRows();
});

beforeEach(bringRowsBack);

const seatsSeen = async (at: number) => {
  const family = town.families[at];
  if (!family) throw new Error("No such family");
  const { proof } = guardianContext(family, summer);
  const page = await readBooking(proof, { schoolYearId: town.year, moment: moment(summer) });
  return page?.context.seats;
};

const held = async (at: number) =>
  (
    await prisma.reservation.findMany({
      where: { familyId: town.families[at]?.id ?? 0 },
      orderBy: [{ day: "asc" }, { unitId: "asc" }],
      include: { unit: true },
    })
  ).map(({ unit, state, day: d }) => `${unit.label} ${d.toISOString().slice(0, 10)} ${state}`);

test("what is full is read at every moment that a unit shares, a request that waits included", async () => {
  await limit(town.group, "Matin", 1);
  expect(await seatsSeen(1)).toEqual({});
  await sent(town, town.families[0], wanting(["Journée", wednesday]));
  expect(await held(0)).toEqual([`Journée ${wednesday} pending`]);
  expect(await seatsSeen(1)).toEqual({ [`${town.group.id}|${wednesday}|morning`]: 0 });
  await limitOn(town.group, "Matin", wednesday, 2);
  await limitOn(town.group, "Journée", next, 0);
  expect(await seatsSeen(1)).toEqual({
    [`${town.group.id}|${next}|morning`]: 0,
    [`${town.group.id}|${next}|noon`]: 0,
    [`${town.group.id}|${next}|afternoon`]: 0,
  });
});

test("the recap names what has become full, and sends the rest", async () => {
  await limit(town.group, "Matin", 1);
  const second = await readied(
    town,
    town.families[1],
    wanting(["Matin", wednesday], ["Matin", next]),
  );
  await sent(town, town.families[0], wanting(["Journée", wednesday]));
  expect(await second()).toEqual({
    ok: false,
    refusal: "places-full",
    value: { full: ["Enfant 2, Matin, mercredi 3 décembre 2025"] },
  });
  expect(await held(1)).toEqual([]);
  const family = town.families[1];
  if (!family) throw new Error("No family");
  const { proof } = guardianContext(family, summer);
  const recap = await readRecap(proof, { schoolYearId: town.year, moment: moment(summer) });
  expect(recap?.plan.impossible).toMatchObject([{ why: "full" }]);
  expect(await sent(town, family, wanting(["Matin", wednesday], ["Matin", next]))).toMatchObject({
    ok: true,
  });
  expect(await held(1)).toEqual([`Matin ${next} pending`]);
});

test("a full day is still exchanged and given back by who holds it; then it is free for another", async () => {
  await limit(town.group, "Matin", 1);
  await limit(town.group, "Après-midi", 1);
  const [first, second] = town.families;
  await sent(town, first, wanting(["Journée", wednesday]));
  const swap = wanting(["Journée", wednesday, false], ["Matin", wednesday]);
  expect(await sent(town, first, swap)).toMatchObject({ ok: true });
  expect(await held(0)).toEqual([`Matin ${wednesday} pending`]);
  expect(await sent(town, second, wanting(["Journée", wednesday]))).toMatchObject({
    refusal: "places-full",
  });
  expect(await sent(town, second, wanting(["Après-midi", wednesday]))).toMatchObject({ ok: true });
  expect(await sent(town, first, wanting(["Matin", wednesday, false]))).toMatchObject({ ok: true });
  const wider = wanting(["Après-midi", wednesday, false], ["Journée", wednesday]);
  expect(await sent(town, second, wider)).toMatchObject({ ok: true });
  expect(await checkLedger(prisma)).toEqual([]);
});

test("a sending takes eight statements, nine where a unit is limited", async () => {
  const statementsOf = async (at: number) => {
    const send = await readied(
      town,
      town.families[at],
      wanting(["Matin", wednesday], ["Repas", "2025-12-04"]),
    );
    const { statements, sent: outcome } = await withStatements(send);
    expect(outcome).toMatchObject({ ok: true });
    return statements.slice(1, -1).length;
  };
  expect(await statementsOf(0)).toBe(8);
  await limit(town.group, "Matin", 9);
  await limit(town.canteen, "Repas", 9);
  expect(await statementsOf(1)).toBe(9);
});

test("the database refuses fewer than no place, and two exceptions of one day", async () => {
  await expect(limit(town.group, "Matin", -1)).rejects.toThrow("seats_check");
  await limitOn(town.group, "Matin", wednesday, 3);
  await expect(limitOn(town.group, "Matin", wednesday, 4)).rejects.toThrow("no_overlap");
});

/** A small generator: the same numbers from the same seed. */
function seeded(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

describe("five places, twenty families at one instant", () => {
  const seeds = Array.from({ length: runs }, (_, i) => 20_251_203 + i);

  test.each(seeds)(
    "seed %i: five are given, fifteen told complet, nothing by half",
    async (seed) => {
      const any = seeded(seed);
      await limit(town.group, "Matin", 5);
      await limit(town.canteen, "Repas", 200);
      const units = town.families.map(() => (any(2) === 0 ? "Matin" : "Journée"));
      const ready = await Promise.all(
        town.families.map((family, i) =>
          readied(town, family, wanting([units[i] ?? "Matin", wednesday], ["Repas", "2025-12-04"])),
        ),
      );
      const order = ready
        .map((send, i) => ({ send, i, at: any(1000) }))
        .sort((a, b) => a.at - b.at);
      const outcomes = await Promise.all(
        order.map(async ({ send, i }) => ({ i, ...(await send()) })),
      );

      const given = outcomes.filter(({ ok }) => ok).map(({ i }) => i);
      expect(given).toHaveLength(5);
      for (const outcome of outcomes.filter(({ ok }) => !ok))
        expect(outcome).toMatchObject({
          refusal: "places-full",
          value: {
            full: [`Enfant ${outcome.i + 1}, ${units[outcome.i]}, mercredi 3 décembre 2025`],
          },
        });
      const unitId = await unitNamed(town.canteen, "Repas");
      expect(await prisma.reservation.count()).toBe(10);
      expect(await prisma.reservation.count({ where: { unitId } })).toBe(5);
      expect(await prisma.serviceRequest.count()).toBe(10);
      expect(await prisma.draft.count()).toBe(15);
      const families = await prisma.reservation.groupBy({ by: ["familyId"], _count: true });
      expect(families.map(({ _count }) => _count)).toEqual([2, 2, 2, 2, 2]);
      expect(await checkLedger(prisma)).toEqual([]);
      expect(await prisma.ledgerEntry.count()).toBeGreaterThanOrEqual(10);
      // Whoever was told so sends the rest.
      const left = outcomes.find(({ ok }) => !ok)?.i ?? 0;
      const again = wanting([units[left] ?? "Matin", wednesday], ["Repas", "2025-12-04"]);
      expect(await sent(town, town.families[left], again)).toMatchObject({ ok: true });
      expect(await prisma.reservation.count({ where: { unitId } })).toBe(6);
    },
  );
});
