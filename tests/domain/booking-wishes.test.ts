import fc from "fast-check";
import { cellView } from "@/lib/domain/booking/cell";
import { asCellKey, cellKey, keyOf, parseCellKey } from "@/lib/domain/booking/context";
import { copyToSibling, copyWeek } from "@/lib/domain/booking/copy";
import { planChanges } from "@/lib/domain/booking/plan";
import {
  conflictsOf,
  isWanted,
  settleConflict,
  tickAll,
  wantCell,
  type Wishes,
} from "@/lib/domain/booking/wishes";
import { addDays, day, type Period } from "@/lib/domain/day";
import { anyBookingContext, anyWishes, quarter } from "@/tests/support/arbitraries/booking";
import { anyDay } from "@/tests/support/arbitraries/days";
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
  type BookingContextSpec,
} from "@/tests/support/booking";
import {
  allCells,
  differing,
  mayChangeByTheRules,
  overlapsWanted,
} from "@/tests/support/booking-oracle";

const { leoCanteen, leoStudy, lucasCanteen, lucasCare, lucasWednesdays } = inscriptionId;
const { accMatin, accSoir, repas, etudes, matin, apresMidi, journee } = unitId;
const week = (monday: string): Period => ({ from: day(monday), to: addDays(day(monday), 6) });
const tuesday = aCell(leoCanteen, repas, "2025-09-02");

describe("keys of cells", () => {
  test("read back as written", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        fc.nat({ max: 99 }),
        anyDay(),
        (i, u, d) => {
          expect(parseCellKey(cellKey(i, u + 1, d))).toEqual({
            inscriptionId: i,
            unitId: u + 1,
            day: d,
          });
        },
      ),
    );
  });

  test.each(["", "1|2", "1|2|2025-02-30", "1|2|2025-09-02|", "0|2|2025-09-02", "-1|2|2025-09-02"])(
    "%j is none",
    (text) => {
      expect(asCellKey(text)).toBeNull();
    },
  );

  test.each(["1.5|2|2025-09-02", "01|2|2025-09-02", "1|x|2025-09-02", "__proto__"])(
    "nor is %j",
    (text) => {
      expect(asCellKey(text)).toBeNull();
    },
  );
});

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

describe("a cell as it is drawn", () => {
  const view = (spec: BookingContextSpec, cell = tuesday, wishes: Wishes = {}) =>
    cellView(aBookingContext(spec), wishes, cell);

  test("free, with the last moment to take it", () => {
    expect(view({})).toEqual({
      key: keyOf(tuesday),
      base: "free",
      wanted: false,
      status: "free",
      lock: null,
      closesAt: "2025-08-28T23:59",
    });
  });

  test("added and removed by this draft", () => {
    const added = wishesOf([tuesday, { want: true, seen: "free" }]);
    expect(view({}, tuesday, added)).toMatchObject({ status: "added", wanted: true });
    const held = heldCells([leoCanteen, repas, "2025-09-02"]);
    const removed = wishesOf([tuesday, { want: false, seen: "reserved" }]);
    expect(view({ held }, tuesday, removed)).toMatchObject({ status: "removed", wanted: false });
  });

  test.each(["reserved", "pending", "removalPending", "elsewhere"] as const)("%s", (state) => {
    const held = heldCells([leoCanteen, repas, "2025-09-02", state]);
    expect(view({ held })).toMatchObject({ status: state, base: state });
  });

  test("late, with the moment; what is held keeps its name", () => {
    const now = "2025-08-30T10:00";
    const lock = { why: "late", since: "2025-08-28T23:59" };
    expect(view({ now })).toMatchObject({ status: "late", lock: { ...lock, change: "add" } });
    const held = heldCells([leoCanteen, repas, "2025-09-02"]);
    expect(view({ now, held })).toMatchObject({
      status: "reserved",
      lock: { ...lock, change: "remove" },
      closesAt: null,
    });
  });

  test("closed, with the reason, even when it was held; past; read only", () => {
    const armistice = aCell(leoCanteen, repas, "2025-11-11");
    expect(view({}, armistice)).toMatchObject({
      status: "closed",
      lock: { why: "closed", reason: "Armistice 1918" },
    });
    const strike = { unitId: null, day: tuesday.day, open: false, reason: "Grève du 2 septembre" };
    const held = heldCells([leoCanteen, repas, "2025-09-02"]);
    expect(view({ held, every: { exceptions: [strike] } })).toMatchObject({
      status: "closed",
      base: "reserved",
      lock: { why: "closed", reason: "Grève du 2 septembre" },
    });
    expect(view({ now: "2025-09-03T08:00" })).toMatchObject({ status: "past" });
    expect(view({ every: { mayBook: false } })).toMatchObject({ lock: { why: "readOnly" } });
  });

  test("no cell where nothing opens, unless something is held there", () => {
    const context = aBookingContext();
    expect(cellView(context, {}, aCell(leoCanteen, repas, "2025-09-03"))).toBeNull();
    expect(cellView(context, {}, aCell(leoStudy, etudes, "2026-06-29"))).toBeNull();
    expect(cellView(context, {}, aCell(999, repas, "2025-09-02"))).toBeNull();
    expect(cellView(context, {}, aCell(leoCanteen, journee, "2025-09-02"))).toBeNull();
    const held = heldCells([leoCanteen, repas, "2025-09-03"]);
    expect(view({ held }, aCell(leoCanteen, repas, "2025-09-03"))?.status).toBe("closed");
  });

  test("is unlocked exactly where the rules allow the change that a tap makes", () => {
    fc.assert(
      fc.property(anyBookingContext, fc.array(fc.nat(), { minLength: 5 }), (context, picks) => {
        const cells = allCells(context);
        for (const cell of picks.flatMap((n) => cells[n % cells.length] ?? [])) {
          const shown = cellView(context, {}, cell);
          if (!shown) continue;
          const allowed = mayChangeByTheRules(context, cell, shown.wanted ? "remove" : "add");
          expect(shown.lock === null || shown.lock.why === "overlap").toBe(allowed);
          const tapped = wantCell(context, {}, cell, !shown.wanted).wishes;
          expect(Object.keys(tapped).length > 0).toBe(shown.lock === null);
        }
      }),
    );
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

describe("copying", () => {
  const context = aBookingContext({ held: heldCells([leoCanteen, repas, "2025-09-15"]) });
  const model = wishesOf(
    [aCell(leoCanteen, repas, "2025-09-09"), { want: true, seen: "free" }],
    [aCell(leoCanteen, repas, "2025-09-11"), { want: true, seen: "free" }],
  );
  const wantedDays = (wishes: Wishes, id: number) =>
    allCells(context)
      .filter((cell) => cell.inscriptionId === id && isWanted(context, wishes, keyOf(cell)))
      .map((cell) => cell.day);

  test("a week makes the others like it: adds, removes, leaves the rest", () => {
    const two = { from: day("2025-09-15"), to: day("2025-09-22") };
    const result = copyWeek(context, model, day("2025-09-12"), two, [leoCanteen]);
    expect(result).toMatchObject({ copied: 5, impossible: 0 });
    expect(wantedDays(result.wishes, leoCanteen)).toEqual(
      "2025-09-09 2025-09-11 2025-09-16 2025-09-18 2025-09-23 2025-09-25".split(" "),
    );
    expect(result.wishes[keyOf(aCell(leoCanteen, repas, "2025-09-15"))]?.want).toBe(false);
  });

  test("a day closed in the model says nothing; one closed in the target is skipped", () => {
    const armistice = { from: day("2025-11-10"), to: day("2025-11-10") };
    const onto = copyWeek(context, model, day("2025-09-09"), armistice, [leoCanteen]);
    expect(onto).toMatchObject({ copied: 1, impossible: 0 });
    const mondays = { from: day("2025-09-08"), to: day("2025-09-08") };
    const from = copyWeek(context, model, day("2025-11-11"), mondays, [leoCanteen]);
    expect(wantedDays(from.wishes, leoCanteen)).toEqual(["2025-09-09", "2025-09-15"]);
  });

  test("counts what could not be copied", () => {
    const late = aBookingContext({ now: "2025-09-12T10:00" });
    const source = wishesOf([aCell(leoCanteen, repas, "2025-09-23"), { want: true, seen: "free" }]);
    const target = { from: day("2025-09-15"), to: day("2025-09-15") };
    const result = copyWeek(late, source, day("2025-09-22"), target, [leoCanteen]);
    expect(result).toEqual({ wishes: source, copied: 0, impossible: 1 });
  });

  test("to a brother or sister: the units that both have, no others", () => {
    const withStudy = {
      ...model,
      ...wishesOf([aCell(leoStudy, etudes, "2025-09-09"), { want: true, seen: "free" }]),
    };
    const year = context.schoolYear;
    const wishes = copyToSibling(context, withStudy, leo, lucas, year);
    expect(wantedDays(wishes, lucasCanteen)).toEqual(["2025-09-09", "2025-09-11", "2025-09-15"]);
    expect(wantedDays(wishes, lucasCare)).toEqual([]);
    expect(copyToSibling(context, wishes, leo, lucas, year)).toEqual(wishes);
    expect(copyToSibling(context, wishes, leo, 999, year)).toEqual(wishes);
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
