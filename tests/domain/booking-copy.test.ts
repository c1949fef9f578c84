import { keyOf } from "@/lib/domain/booking/context";
import { copyToSibling, copyWeek } from "@/lib/domain/booking/copy";
import { isWanted, type Wishes } from "@/lib/domain/booking/wishes";
import { day } from "@/lib/domain/day";
import {
  aBookingContext,
  aCell,
  heldCells,
  inscriptionId,
  leo,
  lucas,
  unitId,
  wishesOf,
} from "@/tests/support/booking";
import { allCells } from "@/tests/support/booking-oracle";

const { leoCanteen, leoStudy, lucasCanteen, lucasCare } = inscriptionId;
const { repas, etudes } = unitId;

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
