import type { CellRef } from "@/lib/domain/booking/context";
import { planByInscription, planChanges } from "@/lib/domain/booking/plan";
import type { Wish } from "@/lib/domain/booking/wishes";
import { moment } from "@/lib/domain/day";
import {
  aBookingContext,
  aCell,
  heldCells,
  inscriptionId,
  unitId,
  wishesOf,
  type BookingContextSpec,
} from "@/tests/support/booking";

const { leoCanteen, leoStudy, lucasWednesdays } = inscriptionId;
const { repas, etudes, matin, apresMidi, journee } = unitId;
const add = { want: true, seen: "free" } as const;
const remove = { want: false, seen: "reserved" } as const;
const tuesday = aCell(leoCanteen, repas, "2025-09-02");
const wednesday = "2025-09-03";

describe("transitions", () => {
  test.each([
    // additions, removals, held, want -> state, effect
    ["automatic", "automatic", "free", true, "reserved", "atOnce"],
    ["examined", "automatic", "free", true, "pending", "examined"],
    ["automatic", "automatic", "reserved", false, "free", "atOnce"],
    ["examined", "automatic", "reserved", false, "free", "atOnce"],
    ["automatic", "examined", "reserved", false, "removalPending", "examined"],
    ["examined", "examined", "pending", false, "free", "atOnce"],
    ["examined", "examined", "removalPending", true, "reserved", "atOnce"],
  ] as const)("%s additions, %s removals: %s, wanted %s -> %s %s", (...row) => {
    const [additions, removals, base, want, to, effect] = row;
    const context = aBookingContext({
      every: { additions, removals },
      held: base === "free" ? {} : heldCells([leoCanteen, repas, "2025-09-02", base]),
    });
    const plan = planChanges(context, wishesOf([tuesday, { want, seen: base }]));
    expect(plan).toEqual({
      changes: [{ cell: tuesday, change: want ? "add" : "remove", from: base, to, effect }],
      unchanged: [],
      impossible: [],
    });
  });
});

describe("what is impossible, and why", () => {
  const refusalOf = (cell: CellRef, spec: BookingContextSpec = {}, wish: Wish = add) => {
    const plan = planChanges(aBookingContext(spec), wishesOf([cell, wish]));
    expect(plan.changes).toEqual([]);
    const [only] = plan.impossible;
    return only && { why: only.why, detail: only.detail, since: only.since };
  };
  const nothing = { detail: null, since: null };

  test("an inscription of another family, removals too", () => {
    const foreign = aCell(999, repas, "2025-09-02");
    expect(refusalOf(foreign)).toEqual({ why: "unknownInscription", ...nothing });
    expect(refusalOf(foreign, {}, { want: false, seen: "free" })?.why).toBe("unknownInscription");
  });

  test("a unit of another activity", () => {
    expect(refusalOf(aCell(leoCanteen, journee, "2025-09-03"))?.why).toBe("unknownUnit");
  });

  test("a day outside the inscription", () => {
    expect(refusalOf(aCell(leoStudy, etudes, "2026-06-29"))?.why).toBe("outsideInscription");
  });

  test("a day on which the unit never opens", () => {
    expect(refusalOf(aCell(leoCanteen, repas, "2025-09-03"))?.why).toBe("notOpened");
  });

  test("a closed day, with its reason", () => {
    expect(refusalOf(aCell(leoCanteen, repas, "2025-11-11"))).toEqual({
      why: "closed",
      detail: "Armistice 1918",
      since: null,
    });
    expect(refusalOf(aCell(leoCanteen, repas, "2025-12-23"))?.detail).toBe("Vacances de Noël");
  });

  test("a past day, under a rule without limit too", () => {
    const spec = { now: "2025-09-03T08:00", every: { addCutOff: { kind: "none" } as const } };
    expect(refusalOf(tuesday, spec)).toEqual({ why: "past", ...nothing });
  });

  test("but not today, where the rule has no limit", () => {
    const spec = { now: "2025-09-02T08:00", every: { addCutOff: { kind: "none" } as const } };
    expect(planChanges(aBookingContext(spec), wishesOf([tuesday, add])).changes).toHaveLength(1);
  });

  test("a day past the cut-off, with the moment", () => {
    expect(refusalOf(tuesday, { now: "2025-08-29T00:00" })).toEqual({
      why: "cutOffPassed",
      detail: null,
      since: moment("2025-08-28T23:59"),
    });
  });

  test("adding and removing have each their own cut-off", () => {
    const spec = {
      now: "2025-08-30T10:00",
      held: heldCells([leoCanteen, repas, "2025-09-02"]),
      every: { addCutOff: { kind: "none" } as const },
    };
    expect(refusalOf(tuesday, spec, remove)?.why).toBe("cutOffPassed");
    const thursday = aCell(leoCanteen, repas, "2025-09-04");
    const plan = planChanges(aBookingContext(spec), wishesOf([thursday, add]));
    expect(plan.changes).toHaveLength(1);
  });

  test("a day that the other family holds", () => {
    const held = heldCells([leoCanteen, repas, "2025-09-02", "elsewhere"]);
    expect(refusalOf(tuesday, { held })?.why).toBe("heldElsewhere");
  });

  test("a child for whom this family may not book", () => {
    expect(refusalOf(tuesday, { every: { mayBook: false } })?.why).toBe("readOnly");
  });

  test("a state that changed since it was seen", () => {
    const held = heldCells([leoCanteen, repas, "2025-09-02"]);
    const seen = { want: false, seen: "pending" } as const;
    expect(refusalOf(tuesday, { held }, seen)?.why).toBe("changedSince");
  });

  test("two overlapping units asked at once: both, whatever their order", () => {
    const day = aCell(lucasWednesdays, journee, wednesday);
    const morning = aCell(lucasWednesdays, matin, wednesday);
    for (const cells of [
      [day, morning],
      [morning, day],
    ]) {
      const plan = planChanges(aBookingContext(), wishesOf(...cells.map((c) => [c, add] as const)));
      expect(plan.changes).toEqual([]);
      expect(plan.impossible.map(({ why, detail }) => `${why} ${detail}`)).toEqual([
        "overlap Journée",
        "overlap Matin",
      ]);
    }
  });

  test("a unit beside one that is held and not given back, or cannot be", () => {
    const morning = aCell(lucasWednesdays, matin, wednesday);
    const day = aCell(lucasWednesdays, journee, wednesday);
    const held = heldCells([lucasWednesdays, journee, wednesday]);
    expect(refusalOf(morning, { held })).toEqual({
      why: "overlap",
      detail: "Journée",
      since: null,
    });
    const swap = wishesOf([day, remove], [morning, add]);
    expect(planChanges(aBookingContext({ held }), swap).impossible).toEqual([]);
    const examined = aBookingContext({ held, every: { removals: "examined" } });
    expect(planChanges(examined, swap)).toMatchObject({
      changes: [{ cell: day, to: "removalPending" }],
      impossible: [{ cell: morning, why: "overlap", detail: "Journée" }],
    });
  });

  test("a swap of which the first half is in conflict: the second waits with it", () => {
    const held = heldCells([lucasWednesdays, journee, wednesday]);
    const swap = wishesOf(
      [aCell(lucasWednesdays, journee, wednesday), { want: false, seen: "pending" }],
      [aCell(lucasWednesdays, matin, wednesday), add],
    );
    const plan = planChanges(aBookingContext({ held }), swap);
    expect(plan.changes).toEqual([]);
    expect(plan.impossible.map(({ why }) => why)).toEqual(["overlap", "changedSince"]);
  });

  test("units that do not overlap go together", () => {
    const wishes = wishesOf(
      [aCell(lucasWednesdays, matin, wednesday), add],
      [aCell(lucasWednesdays, apresMidi, wednesday), add],
    );
    expect(planChanges(aBookingContext(), wishes).changes).toHaveLength(2);
  });
});

test("a wish that has come true meanwhile is unchanged", () => {
  const context = aBookingContext({ held: heldCells([leoCanteen, repas, "2025-09-02"]) });
  const plan = planChanges(context, wishesOf([tuesday, add]));
  expect(plan).toEqual({ changes: [], unchanged: [tuesday], impossible: [] });
});

test("by inscription: additions, removals and impossible, without the others", () => {
  const context = aBookingContext({ held: heldCells([leoCanteen, repas, "2025-09-04"]) });
  const thursday = aCell(leoCanteen, repas, "2025-09-04");
  const closed = aCell(leoCanteen, repas, "2025-11-11");
  const plan = planChanges(context, wishesOf([thursday, remove], [closed, add], [tuesday, add]));
  const groups = planByInscription(plan);
  expect([...groups.keys()]).toEqual([leoCanteen]);
  const group = groups.get(leoCanteen);
  expect(group?.additions.map(({ cell }) => cell)).toEqual([tuesday]);
  expect(group?.removals.map(({ cell }) => cell)).toEqual([thursday]);
  expect(group?.impossible.map(({ cell }) => cell)).toEqual([closed]);
});

describe("what is not answered yet may be taken back until the day, past its cut-off too", () => {
  const rows = [
    ["an addition, the day before", "pending", false, "2025-09-01T10:00", true],
    ["an addition, the day itself", "pending", false, "2025-09-02T23:59", true],
    ["an addition, the day after", "pending", false, "2025-09-03T00:00", false],
    ["a removal, the day itself", "removalPending", true, "2025-09-02T23:59", true],
    ["a removal, the day after", "removalPending", true, "2025-09-03T00:00", false],
    ["what is reserved, past its cut-off", "reserved", false, "2025-09-01T10:00", false],
  ] as const;
  test.each(rows)("%s", (_what, base, want, now, may) => {
    const held = heldCells([leoCanteen, repas, "2025-09-02", base]);
    const plan = planChanges(
      aBookingContext({ now, held }),
      wishesOf([tuesday, { want, seen: base }]),
    );
    expect([plan.changes.length, plan.impossible.length]).toEqual(may ? [1, 0] : [0, 1]);
    if (may) expect(plan.changes[0]).toMatchObject({ effect: "atOnce" });
  });
});
