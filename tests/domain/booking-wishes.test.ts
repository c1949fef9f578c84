import fc from "fast-check";
import { cellView } from "@/lib/domain/booking/cell";
import { keyOf, parseCellKey } from "@/lib/domain/booking/context";
import { copyToSibling, copyWeek } from "@/lib/domain/booking/copy";
import { planChanges } from "@/lib/domain/booking/plan";
import {
  conflictsOf,
  settleConflict,
  tickAll,
  wantCell,
  type Wishes,
} from "@/lib/domain/booking/wishes";
import { addDays, day, type Period } from "@/lib/domain/day";
import { anyBookingContext, anyWishes, quarter } from "@/tests/support/arbitraries/booking";
import {
  aBookingContext,
  aCell,
  allInscriptions,
  heldCells,
  inscriptionId,
  leo,
  lucas,
  unitId,
  wishesOf,
} from "@/tests/support/booking";
import { allCells, differing, overlapsWanted } from "@/tests/support/booking-oracle";

const { leoCanteen, leoStudy, lucasCare, lucasWednesdays } = inscriptionId;
const { accMatin, accSoir, repas, matin, apresMidi, journee } = unitId;
const week = (monday: string): Period => ({ from: day(monday), to: addDays(day(monday), 6) });
const tuesday = aCell(leoCanteen, repas, "2025-09-02");

describe("one tap", () => {
  test("adds, and a second one leaves no trace", () => {
    const context = aBookingContext();
    const { wishes } = wantCell(context, {}, tuesday, true);
    expect(wishes).toEqual({ [keyOf(tuesday)]: { want: true, seen: "free" } });
    expect(wantCell(context, wishes, tuesday, false).wishes).toEqual({});
  });

  test("Journée unticks Matin and Après-midi, and says so; the other way round too", () => {
    const context = aBookingContext();
    const cell = (unit: number) => aCell(lucasWednesdays, unit, "2025-09-03");
    const both = [matin, apresMidi].reduce(
      (wishes: Wishes, unit) => wantCell(context, wishes, cell(unit), true).wishes,
      {},
    );
    const whole = wantCell(context, both, cell(journee), true);
    expect(whole.unticked).toEqual([cell(matin), cell(apresMidi)]);
    expect(Object.keys(whole.wishes)).toEqual([keyOf(cell(journee))]);
    const half = wantCell(context, whole.wishes, cell(matin), true);
    expect(half.unticked).toEqual([cell(journee)]);
    expect(Object.keys(half.wishes)).toEqual([keyOf(cell(matin))]);
  });

  test("changes nothing on a locked cell, and lets a wish that came too late be taken back", () => {
    const late = aBookingContext({ now: "2025-08-30T10:00" });
    expect(wantCell(late, {}, tuesday, true)).toEqual({ wishes: {}, unticked: [] });
    const old = wishesOf([tuesday, { want: true, seen: "free" }]);
    expect(wantCell(late, old, tuesday, false).wishes).toEqual({});
  });

  test("cannot take Matin where Journée can no longer be given back", () => {
    const context = aBookingContext({
      now: "2025-09-01T10:00",
      held: heldCells([lucasWednesdays, journee, "2025-09-03"]),
      every: { addCutOff: { kind: "none" } },
    });
    const cell = aCell(lucasWednesdays, matin, "2025-09-03");
    expect(wantCell(context, {}, cell, true).wishes).toEqual({});
    expect(cellView(context, {}, cell)?.lock).toEqual({ why: "overlap", unitLabel: "Journée" });
  });
});

describe("tout cocher", () => {
  test("takes Journée on Wednesdays, and both ends of the day elsewhere", () => {
    const wishes = tickAll(aBookingContext(), {}, allInscriptions, week("2025-09-08"), true);
    const cells = Object.keys(wishes).map(parseCellKey);
    const unitsOf = (id: number) =>
      cells.flatMap((cell) => (cell?.inscriptionId === id ? [cell.unitId] : []));
    expect(unitsOf(lucasWednesdays)).toEqual([journee]);
    expect(unitsOf(lucasCare).sort()).toEqual([
      ...Array<number>(4).fill(accMatin),
      ...Array<number>(4).fill(accSoir),
    ]);
    expect(unitsOf(leoStudy)).toHaveLength(3);
    expect(unitsOf(leoCanteen)).toHaveLength(4);
  });

  test("and tout décocher comes back to an empty draft", () => {
    const context = aBookingContext();
    const all = tickAll(context, {}, allInscriptions, context.schoolYear, true);
    expect(tickAll(context, all, allInscriptions, context.schoolYear, false)).toEqual({});
  });

  test("takes what is left where Journée cannot be had", () => {
    const closed = { unitId: journee, day: day("2025-09-10"), open: false, reason: "Sortie" };
    const context = aBookingContext({ every: { exceptions: [closed] } });
    const wishes = tickAll(context, {}, [lucasWednesdays], week("2025-09-08"), true);
    expect(Object.keys(wishes).map((key) => parseCellKey(key)?.unitId)).toEqual([matin, apresMidi]);
  });
});

describe("conflicts", () => {
  const held = heldCells([leoCanteen, repas, "2025-09-02"]);
  const key = keyOf(tuesday);

  test("none as long as what is held has not changed", () => {
    fc.assert(
      fc.property(anyBookingContext, (context) => {
        const wishes = tickAll(context, {}, allInscriptions, quarter, true);
        expect(conflictsOf(context, wishes)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("the other parent did the same: shown, and nothing left to send", () => {
    const wishes = wishesOf([tuesday, { want: true, seen: "free" }]);
    const context = aBookingContext({ held });
    expect(conflictsOf(context, wishes)).toEqual([
      { cell: tuesday, seen: "free", now: "reserved", want: true, settled: true },
    ]);
    expect(settleConflict(context, wishes, key, "mine")).toEqual({});
  });

  test("an agent accepted what we were withdrawing: ours only once we say so again", () => {
    const wishes = wishesOf([tuesday, { want: false, seen: "pending" }]);
    const context = aBookingContext({ held });
    expect(conflictsOf(context, wishes)).toMatchObject([{ now: "reserved", settled: false }]);
    expect(planChanges(context, wishes).impossible).toMatchObject([{ why: "changedSince" }]);
    const mine = settleConflict(context, wishes, key, "mine");
    expect(mine).toEqual({ [key]: { want: false, seen: "reserved" } });
    expect(planChanges(context, mine).changes).toHaveLength(1);
    expect(settleConflict(context, wishes, key, "theirs")).toEqual({});
    expect(settleConflict(context, {}, key, "mine")).toEqual({});
  });
});

describe("any gestures, any rules", () => {
  const anyCase = anyBookingContext.chain((context) =>
    fc.record({
      context: fc.constant(context),
      taps: fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 40 }),
      sent: anyWishes(context),
      all: fc.constantFrom(null, true, false),
    }),
  );

  test("a draft made by gestures has no overlap, no locked cell, and is carried out whole", () => {
    fc.assert(
      fc.property(anyCase, ({ context, taps, all }) => {
        const cells = allCells(context);
        let wishes: Wishes = {};
        for (const [n, want] of taps) {
          const cell = cells[n % cells.length];
          if (cell) wishes = wantCell(context, wishes, cell, want).wishes;
        }
        if (all !== null) wishes = tickAll(context, wishes, allInscriptions, quarter, all);
        expect(overlapsWanted(context, wishes)).toEqual([]);
        const plan = planChanges(context, wishes);
        expect(plan.unchanged).toEqual([]);
        // An examined removal keeps its place until an agent has spoken, so never makes room.
        expect(plan.impossible).toEqual([]);
        expect(plan.changes.map(({ cell }) => keyOf(cell)).sort()).toEqual(
          differing(context, wishes).map(keyOf).sort(),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("nothing that a gesture does to a draft from elsewhere throws, and the draft given is left alone", () => {
    fc.assert(
      fc.property(anyCase, ({ context, sent, taps }) => {
        const before = JSON.stringify(sent);
        const cells = allCells(context);
        const [n, want] = taps[0] ?? [0, true];
        const cell = cells[n % cells.length] ?? tuesday;
        wantCell(context, sent, cell, want);
        tickAll(context, sent, [...allInscriptions, 999], quarter, want);
        copyWeek(context, sent, cell.day, quarter, [...allInscriptions, 999]);
        copyToSibling(context, sent, leo, lucas, quarter);
        conflictsOf(context, sent);
        expect(JSON.stringify(sent)).toBe(before);
      }),
      { numRuns: 50 },
    );
  });
});

test("Tout cocher over two overlapping units that are both held changes neither", () => {
  const held = heldCells(
    [lucasWednesdays, matin, "2025-09-10"],
    [lucasWednesdays, journee, "2025-09-10"],
  );
  for (const now of ["2025-07-15T10:09", "2025-09-09T10:00", "2025-09-11T10:00"]) {
    const context = aBookingContext({ now, held });
    const wishes = tickAll(context, {}, [lucasWednesdays], week("2025-09-08"), true);
    expect(Object.keys(wishes)).toEqual([]);
  }
});

test("ticking again what is held unticks no overlapping unit that may no longer be given back", () => {
  const morning = aCell(lucasWednesdays, matin, "2025-09-10");
  const whole = aCell(lucasWednesdays, journee, "2025-09-10");
  const held = heldCells(
    [lucasWednesdays, matin, "2025-09-10"],
    [lucasWednesdays, journee, "2025-09-10"],
  );
  const context = aBookingContext({ now: "2025-09-11T10:00", held });
  const draft = wishesOf([whole, { want: false, seen: "reserved" }]);
  const { wishes, unticked } = wantCell(context, draft, whole, true);
  expect(wishes).toEqual({});
  expect(unticked).not.toContainEqual(morning);
});
