import { cellName, refusalGroups } from "@/components/portal/planning/words";
import { splitDraft } from "@/components/portal/planning/chosen-draft";
import { everyWeekday } from "@/components/portal/planning/quick/every-weekday";
import { rowsByChild, siblingPairs } from "@/components/portal/planning/rows";
import {
  daysOf,
  shifted,
  spanTitle,
  usedWeekdays,
  visiblePeriod,
  wholePeriod,
} from "@/components/portal/planning/span";
import { cellView } from "@/lib/domain/booking/cell";
import { day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import {
  aBookingContext,
  aCell,
  heldCells,
  inscriptionId,
  unitId,
  wishesOf,
} from "@/tests/support/booking";

const context = aBookingContext({ year: "2026-2027" });
const whole = wholePeriod(context);
const rows = rowsByChild(context).flatMap((group) => group.rows);

describe("what the calendar shows", () => {
  it("has a row a unit, by child", () => {
    expect(
      rowsByChild(context).map(({ child, rows: its }) => [child.firstName, its.length]),
    ).toEqual([
      ["Léo", 2],
      ["Lucas", 6],
    ]);
  });

  it("shows weeks from Monday to Sunday, and only weekdays that ever open", () => {
    const week = visiblePeriod("week", day("2026-12-03"), whole);
    expect(week).toEqual({ from: "2026-11-30", to: "2026-12-06" });
    expect(usedWeekdays(context)).toEqual([1, 2, 3, 4, 5]);
    expect(daysOf(context, week)).toHaveLength(5);
  });

  it("titles what it shows", () => {
    const titleOf = (view: "week" | "month", at: string) =>
      spanTitle(view, visiblePeriod(view, day(at), whole));
    expect(titleOf("week", "2026-12-03")).toBe("Semaine du 30 novembre au 6 décembre 2026");
    expect(titleOf("week", "2026-11-25")).toBe("Semaine du 23 au 29 novembre 2026");
    expect(titleOf("month", "2026-12-03")).toBe("Décembre 2026");
  });

  it("turns pages within the period, and no further", () => {
    expect(shifted("week", day("2026-12-03"), 1, whole)).toBe("2026-12-07");
    expect(shifted("month", day("2026-12-31"), 1, whole)).toBe("2027-01-01");
    expect(shifted("week", whole.to, 1, whole)).toBeNull();
    expect(shifted("month", whole.from, -1, whole)).toBeNull();
  });

  it("names a cell in full", () => {
    const held = heldCells([inscriptionId.leoCanteen, unitId.repas, "2026-12-03"]);
    const its = aBookingContext({ year: "2026-2027", held });
    const nameOf = (d: string) => {
      const cell = aCell(inscriptionId.leoCanteen, unitId.repas, d);
      const row = rows.find(({ inscription }) => inscription.id === cell.inscriptionId);
      const view = cellView(its, {}, cell);
      return row && view && cellName(row, cell.day, view, cents(208));
    };
    expect(nameOf("2026-12-03")).toBe(
      "Restauration Scolaire, Repas, Léo, jeudi 3 décembre 2026, réservé, 2,08 euros",
    );
    expect(nameOf("2026-11-24")).toMatch(
      /24 novembre 2026, hors délai, demande possible, 2,08 euros$/,
    );
    expect(nameOf("2026-12-22")).toMatch(/fermé, Vacances de Noël, 2,08 euros$/);
  });

  it("finds the children who share an activity", () => {
    expect(siblingPairs(context).map(({ to }) => to.firstName)).toEqual(["Lucas", "Léo"]);
  });
});

it("ticks one weekday to the end, where it may still change", () => {
  const row = rows.find(({ inscription }) => inscription.id === inscriptionId.leoCanteen);
  if (!row) throw new Error("no row");
  const wishes = everyWeekday(context, {}, row, 2, true);
  const days = Object.keys(wishes).map((key) => key.slice(-10));
  expect(days[0]).toBe("2026-12-01");
  expect(days).not.toContain("2026-12-22");
  expect(everyWeekday(context, wishes, row, 2, false)).toEqual({});
});

it("groups what is impossible by reason, the most frequent first", () => {
  const at = (d: string, why: "closed" | "cutOffPassed", detail: string | null) => ({
    cell: aCell(inscriptionId.leoCanteen, unitId.repas, d),
    change: "add" as const,
    why,
    detail,
    since: null,
  });
  const groups = refusalGroups([
    at("2026-11-24", "cutOffPassed", null),
    at("2026-12-22", "closed", "Vacances de Noël"),
    at("2026-12-24", "closed", "Vacances de Noël"),
  ]);
  expect(groups).toEqual([
    { words: "fermé\u00a0: Vacances de Noël", days: ["2026-12-22", "2026-12-24"] },
    { words: "hors délai", days: ["2026-11-24"] },
  ]);
});

it("shows the chosen inscriptions and keeps the other wishes aside", () => {
  const meal = aCell(inscriptionId.leoCanteen, unitId.repas, "2026-12-01");
  const study = aCell(inscriptionId.leoStudy, unitId.etudes, "2026-12-01");
  const wish = { want: true, seen: "free" } as const;
  const draft = {
    chosen: [inscriptionId.leoCanteen],
    wishes: wishesOf([meal, wish], [study, wish]),
  };
  const split = splitDraft(context, draft);
  expect(split.context.inscriptions.map(({ id }) => id)).toEqual([inscriptionId.leoCanteen]);
  expect(split.wishes).toEqual(wishesOf([meal, wish]));
  expect(split.parked).toEqual(wishesOf([study, wish]));
  expect(splitDraft(context, null).chosen).toHaveLength(5);
});
