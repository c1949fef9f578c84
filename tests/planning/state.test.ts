import {
  initialState,
  planningReducer,
  changedBetween,
  sameWishes,
} from "@/components/portal/planning/state";
import { tickAll } from "@/lib/domain/booking/wishes";
import { keyOf } from "@/lib/domain/booking/context";
import { day } from "@/lib/domain/day";
import {
  aBookingContext,
  aCell,
  heldCells,
  inscriptionId,
  unitId,
  wishesOf,
} from "@/tests/support/booking";

const opens = { view: "week", anchor: null } as const;

const context = aBookingContext({ year: "2026-2027" });
const reduce = planningReducer(context);
const meal = aCell(inscriptionId.leoCanteen, unitId.repas, "2026-12-01");

describe("the calendar's reducer", () => {
  it("opens on the first week that may still change", () => {
    expect(initialState(context, {}, opens).anchor).toBe("2026-11-30");
  });

  it("ticks a cell, and undoes it", () => {
    const ticked = reduce(initialState(context, {}, opens), {
      type: "tick",
      cell: meal,
      want: true,
    });
    expect(ticked.wishes).toEqual({ [keyOf(meal)]: { want: true, seen: "free" } });
    const undone = reduce(ticked, { type: "undo" });
    expect(undone.wishes).toEqual({});
    expect(undone.history).toHaveLength(0);
    expect(undone.said.text).toContain("Repas, Léo, mar. 1er déc.");
  });

  it("leaves a cell past its cut-off as it is, and keeps nothing to undo", () => {
    const late = aCell(inscriptionId.leoCanteen, unitId.repas, "2026-11-24");
    const before = initialState(context, {}, opens);
    expect(reduce(before, { type: "tick", cell: late, want: true })).toBe(before);
  });

  it("says which unit it unticked", () => {
    const morning = aCell(inscriptionId.lucasWednesdays, unitId.matin, "2026-12-02");
    const whole = aCell(inscriptionId.lucasWednesdays, unitId.journee, "2026-12-02");
    const first = reduce(initialState(context, {}, opens), {
      type: "tick",
      cell: morning,
      want: true,
    });
    const second = reduce(first, { type: "tick", cell: whole, want: true });
    expect(Object.keys(second.wishes)).toEqual([keyOf(whole)]);
    expect(second.said.text).toMatch(/^Matin décoché.*Journée/);
    const third = reduce(second, { type: "tick", cell: whole, want: false });
    expect(third.said.text).toBe("");
  });

  it("undoes a gesture over many cells at once", () => {
    const period = { from: day("2026-11-30"), to: day("2026-12-06") };
    const wishes = tickAll(context, {}, [inscriptionId.leoCanteen], period, true);
    const open = { type: "open", dialog: { kind: "copyWeek" } } as const;
    const opened = reduce(initialState(context, {}, opens), open);
    const applied = reduce(opened, { type: "apply", wishes, label: "Tout cocher", said: "Fait" });
    expect(applied.dialog).toBeNull();
    expect(changedBetween({}, applied.wishes)).toBe(4);
    expect(reduce(applied, { type: "undo" }).wishes).toEqual({});
  });

  it("keeps no step for a gesture that changes nothing", () => {
    const same = reduce(initialState(context, {}, opens), {
      type: "apply",
      wishes: {},
      label: "Tout décocher",
      said: "Rien",
    });
    expect(same.history).toHaveLength(0);
    expect(same.said).toMatchObject({ text: "Rien", turn: 1 });
  });

  it("settles a conflict in one step", () => {
    const held = heldCells([inscriptionId.leoCanteen, unitId.repas, "2026-12-01"]);
    const changed = aBookingContext({ year: "2026-2027", held });
    const wishes = wishesOf([meal, { want: true, seen: "free" }]);
    const settled = planningReducer(changed)(initialState(changed, wishes, opens), {
      type: "settle",
      keys: [keyOf(meal)],
      how: "theirs",
    });
    expect(settled.wishes).toEqual({});
    expect(planningReducer(changed)(settled, { type: "undo" }).wishes).toEqual(wishes);
  });

  it("forgets what the draft said of a cell that the service was asked for, to undo included", () => {
    const other = aCell(inscriptionId.leoCanteen, unitId.repas, "2026-12-03");
    const wished = wishesOf(
      [meal, { want: true, seen: "free" }],
      [other, { want: true, seen: "free" }],
    );
    const back = reduce(initialState(context, wished, opens), {
      type: "tick",
      cell: meal,
      want: false,
    });
    const asked = reduce(back, {
      type: "asked",
      keys: [keyOf(meal)],
      numbers: [66834],
      said: "Envoyée",
    });
    expect(asked.said).toMatchObject({ text: "Envoyée", requests: [66834] });
    expect(asked.dialog).toBeNull();
    expect(Object.keys(asked.wishes)).toEqual([keyOf(other)]);
    expect(Object.keys(reduce(asked, { type: "undo" }).wishes)).toEqual([keyOf(other)]);
    expect(reduce(asked, { type: "say", text: "" }).said.requests).toEqual([]);
  });
});

it("tells equal drafts from different ones", () => {
  const a = wishesOf([meal, { want: true, seen: "free" }]);
  expect(sameWishes(a, wishesOf([meal, { want: true, seen: "free" }]))).toBe(true);
  expect(sameWishes(a, wishesOf([meal, { want: true, seen: "pending" }]))).toBe(false);
  expect(sameWishes(a, {})).toBe(false);
});
