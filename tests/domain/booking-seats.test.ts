import fc from "fast-check";
import { applyPeriodicity } from "@/lib/domain/booking/apply-periodicity";
import { cellView } from "@/lib/domain/booking/cell";
import {
  cellKey,
  keyOf,
  parseCellKey,
  seatKey,
  type BookingContext,
  type CellKey,
  type HeldState,
  type Seats,
} from "@/lib/domain/booking/context";
import { lateRefusalOf, lateRefusalOfAll } from "@/lib/domain/booking/late";
import { planChanges } from "@/lib/domain/booking/plan";
import { scarceSeats } from "@/lib/domain/booking/seats";
import { servedContext } from "@/lib/domain/booking/served";
import { wantCell, type Wishes } from "@/lib/domain/booking/wishes";
import type { PartCount, UnitLimit } from "@/lib/domain/capacity";
import { addDays, day, type Day } from "@/lib/domain/day";
import type { DayPart } from "@/lib/domain/unit";
import { aBookingContext, aCell, heldCells, inscriptionId, unitId } from "@/tests/support/booking";

const { lucasWednesdays: lucas, leoCanteen } = inscriptionId;
const { matin, apresMidi, journee, repas } = unitId;
const wednesdays = 4;
const leo = 24;
const first = day("2025-12-03");

/** The manual's Wednesdays, with Léo in the same group. */
function both(held: Record<CellKey, HeldState>, seats: Seats): BookingContext {
  const context = aBookingContext({ held, seats });
  const [model] = context.inscriptions.filter(({ id }) => id === lucas);
  if (!model) throw new Error("No Wednesdays");
  return { ...context, inscriptions: [...context.inscriptions, { ...model, id: leo, childId: 1 }] };
}

const left = (n: number, ...parts: DayPart[]): Seats =>
  Object.fromEntries(parts.map((part) => [seatKey(wednesdays, first, part), n]));
const at = (inscription: number, unit: number) => aCell(inscription, unit, first);
const add = { want: true, seen: "free" } as const;
const statusOf = (context: BookingContext, unit: number, wishes: Wishes = {}) =>
  cellView(context, wishes, at(lucas, unit))?.status;

test("a full morning makes Matin and Journée complete, and Après-midi not", () => {
  const context = both({}, left(0, "morning"));
  expect([matin, journee, apresMidi].map((unit) => statusOf(context, unit))).toEqual([
    "full",
    "full",
    "free",
  ]);
  expect(wantCell(context, {}, at(lucas, journee), true).wishes).toEqual({});
  const sent = planChanges(context, { [keyOf(at(lucas, journee))]: add });
  expect(sent.impossible).toMatchObject([{ why: "full" }]);
});

test("what the child holds stays its own: removed, or exchanged where it needs no new place", () => {
  const context = both(heldCells([lucas, journee, first]), left(0, "morning", "noon", "afternoon"));
  expect(statusOf(context, journee)).toBe("reserved");
  const { wishes } = wantCell(context, {}, at(lucas, matin), true);
  expect(planChanges(context, wishes).changes.map(({ change }) => change)).toEqual([
    "add",
    "remove",
  ]);
  const half = both(heldCells([lucas, matin, first]), left(0, "noon"));
  expect(statusOf(half, journee)).toBe("full");
  expect(statusOf(both(heldCells([lucas, matin, first]), left(0, "morning")), journee)).toBe(
    "free",
  );
});

test("a removal that is asked keeps its place, and may be taken back", () => {
  const context = both(heldCells([lucas, matin, first, "removalPending"]), left(0, "morning"));
  expect(cellView(context, {}, at(lucas, matin))?.lock).toBeNull();
  const back = planChanges(context, {
    [keyOf(at(lucas, matin))]: { want: true, seen: "removalPending" },
  });
  expect(back.changes).toMatchObject([{ to: "reserved" }]);
});

test("the last place goes to one of two children of the family, in the draft and in the sending", () => {
  const context = both({}, left(1, "morning"));
  const { wishes } = wantCell(context, {}, at(leo, matin), true);
  expect(statusOf(context, matin, wishes)).toBe("full");
  expect(cellView(context, wishes, at(leo, matin))?.status).toBe("added");
  expect(wantCell(context, wishes, at(lucas, matin), true).wishes).toEqual(wishes);
  const plan = planChanges(context, {
    [keyOf(at(leo, journee))]: add,
    [keyOf(at(lucas, matin))]: add,
  });
  expect(plan.changes.map(({ cell }) => cell.inscriptionId)).toEqual([lucas]);
  expect(plan.impossible).toMatchObject([{ cell: { inscriptionId: leo }, why: "full" }]);
});

test("the periodicity says which days are complete, and takes nothing away for them", () => {
  const context = both(heldCells([lucas, apresMidi, first]), left(0, "morning"));
  const ticks = [{ inscriptionId: lucas, unitId: journee, weekday: 3 as const }];
  const period = { from: first, to: addDays(first, 7), weeks: [ticks] };
  const { preview } = applyPeriodicity(context, {}, period, "replace", []);
  expect(preview[0]?.impossible).toMatchObject([{ cell: { day: first }, why: "full" }]);
  expect(preview[0]?.removed).toEqual([]);
  expect(preview[0]?.added.map(({ day: d }) => d)).toEqual([addDays(first, 7)]);
});

test("past the cut-off a full day cannot be asked; two children never ask for one place", () => {
  const seats = { [seatKey(3, day("2025-12-02"), "noon")]: 0 };
  const late = { now: "2025-12-01T10:00" };
  const cell = aCell(leoCanteen, repas, "2025-12-02");
  const other = aCell(inscriptionId.lucasCanteen, repas, "2025-12-02");
  expect(lateRefusalOf(aBookingContext({ ...late, seats }), cell, "add")?.why).toBe("full");
  const one = aBookingContext({ ...late, seats: { [seatKey(3, day("2025-12-02"), "noon")]: 1 } });
  expect(lateRefusalOfAll(one, [cell], "add")).toBeNull();
  expect(lateRefusalOfAll(one, [cell, other], "add")?.why).toBe("full");
});

test("the service is bound by no capacity", () => {
  expect(statusOf(servedContext(both({}, left(0, "morning"))), matin)).toBe("free");
});

const dayParts: readonly DayPart[] = ["morning", "noon", "afternoon"];
const covers = new Map<number, readonly DayPart[]>([
  [matin, ["morning"]],
  [apresMidi, ["afternoon"]],
  [journee, dayParts],
]);
const units = [...covers.keys()];
const days = [first, addDays(first, 7)];

/** A place held in the town: an inscription, a unit and a day. */
type Place = readonly [inscription: number, unit: number, d: Day];

const there = (places: readonly Place[], d: Day, part: DayPart) =>
  new Set(places.filter(([, u, on]) => on === d && covers.get(u)?.includes(part)).map(([i]) => i));

function contextOf(family: number, places: readonly Place[], limits: readonly UnitLimit[]) {
  const mine = [family * 10 + 1, family * 10 + 2];
  const counts = days.flatMap((d) =>
    dayParts.map((part): PartCount => ({
      day: d,
      part,
      taken: there(places, d, part).size,
      asked: 0,
    })),
  );
  const period = { from: first, to: addDays(first, 7) };
  const base = aBookingContext();
  const [model] = base.inscriptions.filter(({ id }) => id === lucas);
  if (!model) throw new Error("No Wednesdays");
  return {
    ...base,
    inscriptions: mine.map((id) => ({ ...model, ...period, id })),
    held: heldCells(
      ...places
        .filter(([i]) => mine.includes(i))
        .map(([i, u, d]): [number, number, string] => [i, u, d]),
    ),
    seats: scarceSeats({ id: wednesdays, limits }, counts, period, mine.length),
  };
}

test("no order of sendings ever goes over, and nothing is refused that had room (oracle)", () => {
  const anyLimits = fc
    .tuple(
      fc.option(fc.nat({ max: 3 })),
      fc.option(fc.nat({ max: 3 })),
      fc.option(fc.nat({ max: 4 })),
    )
    .map((usual) =>
      units.map((id, i) => ({
        unitId: id,
        covers: covers.get(id) ?? [],
        usual: usual[i] ?? null,
        exceptions: i === 0 ? [{ from: days[1] ?? first, to: days[1] ?? first, seats: 1 }] : [],
      })),
    );
  const anyWish = fc.tuple(
    fc.nat({ max: 1 }),
    fc.nat({ max: 2 }),
    fc.nat({ max: 1 }),
    fc.boolean(),
  );
  const anySending = fc.tuple(fc.nat({ max: 2 }), fc.array(anyWish, { maxLength: 8 }));
  fc.assert(
    fc.property(anyLimits, fc.array(anySending, { maxLength: 8 }), (limits, sendings) => {
      const seatsOf = (d: Day, part: DayPart) =>
        Math.min(
          ...limits.flatMap((limit) =>
            limit.covers.includes(part)
              ? (limit.exceptions.find(({ from }) => from === d)?.seats ?? limit.usual ?? Infinity)
              : Infinity,
          ),
        );
      let places: Place[] = [];
      for (const [family, wanted] of sendings) {
        const context = contextOf(family, places, limits);
        const wishes = Object.fromEntries(
          wanted.map(([child, unit, on, want]) => {
            const key = cellKey(family * 10 + 1 + child, units[unit] ?? matin, days[on] ?? first);
            return [key, { want, seen: context.held[key] ?? ("free" as const) }];
          }),
        );
        const before = places;
        const plan = planChanges(context, wishes);
        const freed = new Set(
          plan.changes.filter(({ to }) => to === "free").map(({ cell }) => keyOf(cell)),
        );
        places = [
          ...places.filter(([i, u, d]) => !freed.has(cellKey(i, u, d))),
          ...plan.changes
            .filter(({ change }) => change === "add")
            .map(({ cell }): Place => [cell.inscriptionId, cell.unitId, cell.day]),
        ];
        for (const d of days)
          for (const part of dayParts)
            expect(there(places, d, part).size).toBeLessThanOrEqual(seatsOf(d, part));
        for (const { cell, why } of plan.impossible) {
          if (why !== "full") continue;
          const isOver = (covers.get(cell.unitId) ?? []).some((part) => {
            const all = there([...before, ...places], cell.day, part);
            return (
              !there(before, cell.day, part).has(cell.inscriptionId) &&
              all.size >= seatsOf(cell.day, part)
            );
          });
          expect(isOver).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test("a family learns what is full for it, never how many come", () => {
  const limits = [{ unitId: matin, covers: ["morning" as const], usual: 5, exceptions: [] }];
  const seen = (taken: number) =>
    scarceSeats(
      { id: wednesdays, limits },
      [{ day: first, part: "morning", taken, asked: 1 }],
      { from: first, to: first },
      2,
    );
  expect([seen(0), seen(2)]).toEqual([{}, {}]);
  expect(seen(3)).toEqual(left(1, "morning"));
  expect([seen(4), seen(40)]).toEqual([left(0, "morning"), left(0, "morning")]);
  expect(parseCellKey(Object.keys(seen(4))[0] ?? "")).toBeNull();
});
