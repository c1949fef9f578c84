import { rowsByChild } from "@/components/portal/planning/rows";
import { daysOf, wholePeriod } from "@/components/portal/planning/span";
import { weekInWords, yearMonths, type YearMonth } from "@/components/portal/planning/year";
import { day } from "@/lib/domain/day";
import {
  aBookingContext,
  aCell,
  heldCells,
  inscriptionId,
  unitId,
  wishesOf,
} from "@/tests/support/booking";

const { leoCanteen } = inscriptionId;
const held = heldCells(
  [leoCanteen, unitId.repas, "2026-12-03"],
  [leoCanteen, unitId.repas, "2026-12-04"],
);
const context = aBookingContext({ year: "2026-2027", held });
const groups = rowsByChild(context);
const days = daysOf(context, wholePeriod(context));
const leo = 0;

const monthOf = (months: readonly YearMonth[], month: string) =>
  months.find(({ month: { from } }) => from.startsWith(month))?.lines ?? [];

describe("the year at the size of a dot", () => {
  it("has the months of the school year, and none in which nothing opens", () => {
    const months = yearMonths(context, {}, groups, days).map(({ month }) => month.from.slice(0, 7));
    expect(months[0]).toBe("2026-09");
    expect(months.at(-1)).toBe("2027-07");
    expect(months).toHaveLength(11);
  });

  it("says a break once, whatever public holidays are in it", () => {
    const december = monthOf(yearMonths(context, {}, groups, days), "2026-12");
    expect(december.filter(({ kind }) => kind === "closed")).toEqual([
      { kind: "closed", from: "2026-12-21", to: "2026-12-31", reason: "Vacances de Noël" },
    ]);
    const january = monthOf(yearMonths(context, {}, groups, days), "2027-01");
    expect(january[0]).toMatchObject({ kind: "closed", reason: "Vacances de Noël" });
  });

  it("shows what the draft changes before what is held", () => {
    const wishes = wishesOf(
      [aCell(leoCanteen, unitId.repas, "2026-12-03"), { want: false, seen: "reserved" }],
      [aCell(leoCanteen, unitId.repas, "2026-12-01"), { want: true, seen: "free" }],
    );
    const [first] = monthOf(yearMonths(context, wishes, groups, days), "2026-12");
    if (first?.kind !== "week") throw new Error("December starts with a week");
    const marks = Object.fromEntries(first.days.map(({ day, marks }) => [day, marks[leo]]));
    expect(marks).toEqual({
      "2026-12-01": "added",
      "2026-12-02": null,
      "2026-12-03": "removed",
      "2026-12-04": "held",
    });
    expect(weekInWords(first.days, leo)).toBe(
      "1\u00a0jour réservé, 1\u00a0jour ajouté, 1\u00a0jour retiré",
    );
    expect(weekInWords(first.days, 1)).toBe("rien de réservé");
  });

  it("has no month for no day", () => {
    expect(yearMonths(context, {}, groups, [])).toEqual([]);
    expect(yearMonths(context, {}, groups, [day("2026-12-25")])).toMatchObject([
      { lines: [{ kind: "closed" }] },
    ]);
  });
});
