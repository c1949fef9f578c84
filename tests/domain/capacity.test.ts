import fc from "fast-check";
import { countsByPart, seatsOn, standingOn, type UnitLimit } from "@/lib/domain/capacity";
import { addDays, day, type Day } from "@/lib/domain/day";
import type { DayPart } from "@/lib/domain/unit";

const wednesday = day("2026-01-07");
const morning: DayPart[] = ["morning"];
const wholeDay: DayPart[] = ["morning", "noon", "afternoon"];
const matin: UnitLimit = { unitId: 5, covers: morning, usual: 10, exceptions: [] };
const journee: UnitLimit = { unitId: 7, covers: wholeDay, usual: null, exceptions: [] };

const count = (part: DayPart, taken: number, asked = 0) => ({ day: wednesday, part, taken, asked });

test("a day in Journée has what is left of its tightest moment", () => {
  const limits = [matin, { unitId: 6, covers: ["afternoon" as const], usual: 3, exceptions: [] }];
  const counts = countsByPart([count("morning", 4, 1), count("afternoon", 2), count("noon", 90)]);
  expect(standingOn(limits, counts, wholeDay, wednesday)).toEqual({
    seats: 3,
    taken: 2,
    asked: 0,
    left: 1,
  });
  expect(standingOn(limits, counts, morning, wednesday)).toEqual({
    seats: 10,
    taken: 4,
    asked: 1,
    left: 5,
  });
  expect(standingOn(limits, counts, ["noon"], wednesday)).toBeNull();
});

test("an exception says another number, or limits what is not limited", () => {
  const exceptions = [{ from: wednesday, to: addDays(wednesday, 1), seats: 0 }];
  const limits = [matin, { ...journee, exceptions }];
  expect(seatsOn(limits, wednesday, "morning")).toBe(0);
  expect(seatsOn(limits, addDays(wednesday, 1), "noon")).toBe(0);
  expect(seatsOn(limits, addDays(wednesday, 2), "noon")).toBeNull();
  expect(seatsOn(limits, addDays(wednesday, 2), "morning")).toBe(10);
});

const parts: readonly DayPart[] = ["morning", "noon", "afternoon", "evening"];
const anySeats = fc.nat({ max: 4 });
const anyLimit: fc.Arbitrary<UnitLimit> = fc.record({
  unitId: fc.nat(),
  covers: fc.subarray([...parts], { minLength: 1 }),
  usual: fc.option(anySeats),
  exceptions: fc.option(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }), anySeats)).map((one) =>
    one === null
      ? []
      : [
          {
            from: addDays(wednesday, one[0]),
            to: addDays(wednesday, one[0] + one[1]),
            seats: one[2],
          },
        ],
  ),
});

test("one child more fits exactly where no limited unit would be over at any moment (oracle)", () => {
  const anyHeld = fc.array(fc.subarray([...parts], { minLength: 1 }), { maxLength: 6 });
  const fits = (limits: readonly UnitLimit[], children: readonly DayPart[][], d: Day) =>
    limits.every(({ covers, usual, exceptions }) => {
      const dated = exceptions.filter(({ from, to }) => from <= d && d <= to);
      const seats = dated.length > 0 ? dated[0]?.seats : usual;
      return covers.every((part) => {
        const there = children.filter((child) => child.includes(part)).length;
        return (
          seats === null ||
          seats === undefined ||
          there <= seats ||
          !children.at(-1)?.includes(part)
        );
      });
    });
  fc.assert(
    fc.property(
      fc.array(anyLimit, { maxLength: 4 }),
      anyHeld,
      fc.subarray([...parts], { minLength: 1 }),
      fc.nat({ max: 9 }),
      (limits, children, wanted, offset) => {
        const d = addDays(wednesday, offset);
        const counts = countsByPart(
          parts.map((part) => ({
            day: d,
            part,
            taken: children.filter((child) => child.includes(part)).length,
            asked: 0,
          })),
        );
        const standing = standingOn(limits, counts, wanted, d);
        expect(standing === null || standing.left > 0).toBe(fits(limits, [...children, wanted], d));
      },
    ),
  );
});
