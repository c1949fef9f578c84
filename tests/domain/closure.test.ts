// What a closure writes: after it nothing of its scope is open, and all else is as it was.
import fc from "fast-check";
import {
  closingExceptions,
  closurePeriodFault,
  closureState,
  mayReopen,
  parseTarget,
  targetParam,
  type ClosingException,
} from "@/lib/domain/closure";
import { addDays, day, eachDay, instant } from "@/lib/domain/day";
import { openingOf, type OpeningException } from "@/lib/domain/opening";
import { zoneCCalendar } from "@/tests/support/school-calendar";

const monday = day("2025-10-13");
const period = { from: monday, to: addDays(monday, 4) };
const dates = { from: day("2025-09-01"), to: day("2026-07-03") };
const units = [1, 2] as const;
const openings = units.map((unitId) => ({
  unitId,
  weekdays: [1, 2, 4, 5] as const,
  dayKinds: ["schoolDay"] as const,
  ...dates,
}));

/** The exceptions of the group once these are written. */
function after(before: readonly OpeningException[], written: readonly ClosingException[]) {
  const isSame = (a: OpeningException, b: ClosingException) =>
    a.day === b.day && a.unitId === b.unitId;
  const kept = before.filter((one) => !written.some((other) => isSame(one, other)));
  const closed = written.map(({ unitId, day: on }) => ({
    unitId,
    day: on,
    open: false,
    reason: "Grève",
  }));
  return [...kept, ...closed];
}

const exceptions = fc.uniqueArray(
  fc.record({
    unitId: fc.constantFrom<number | "every">("every", ...units),
    day: fc.constantFrom(...eachDay(period)),
    open: fc.boolean(),
    reason: fc.constant("Travaux"),
  }),
  { selector: ({ unitId, day: on }) => `${unitId} ${on}`, maxLength: 6 },
);

test("nothing of what closes is open, and what does not close is as it was", () => {
  fc.assert(
    fc.property(
      exceptions,
      fc.constantFrom<number | "every">("every", ...units),
      (before, unitId) => {
        const group = { id: 7, dates, openings, exceptions: before };
        const written = closingExceptions([group], { unitId, period }, zoneCCalendar);
        const now = after(before, written);
        for (const on of eachDay({ from: addDays(monday, -3), to: addDays(monday, 7) }))
          for (const unit of units) {
            const closes =
              on >= period.from && on <= period.to && (unitId === "every" || unitId === unit);
            const was = openingOf(on, unit, openings, before, zoneCCalendar).open;
            const is = openingOf(on, unit, openings, now, zoneCCalendar).open;
            expect([on, unit, is]).toEqual([on, unit, was && !closes]);
          }
      },
    ),
  );
});

test("no closure is written for a day on which the group is closed anyway", () => {
  const group = { id: 7, dates, openings, exceptions: [] };
  const days = closingExceptions([group], { unitId: "every", period }, zoneCCalendar);
  expect(days.map((one) => one.day)).toEqual([0, 1, 3, 4].map((days) => addDays(monday, days)));
});

test.each([
  ["one day, today", monday, monday, null],
  ["31 days", monday, addDays(monday, 30), null],
  ["32 days", monday, addDays(monday, 31), "closure-too-long"],
  ["yesterday", addDays(monday, -1), monday, "closure-past"],
  ["the wrong way round", monday, addDays(monday, -1), "closure-reversed"],
] as const)("%s", (_name, from, to, fault) => {
  expect(closurePeriodFault({ from, to }, monday)).toBe(fault);
});

test("a target is read as it is written, and nothing else is one", () => {
  for (const target of [{ kind: "town" }, { kind: "group", id: 12 }] as const)
    expect(parseTarget(targetParam(target))).toEqual(target);
  for (const text of ["", "group:", "group:0", "unit:3", "town:1"])
    expect(parseTarget(text)).toBeNull();
});

test("where it stands, and until when it may be taken back", () => {
  const on = (today: string, reopened = false) => closureState({ period, reopened }, day(today));
  expect([on("2025-10-12"), on("2025-10-17"), on("2025-10-18"), on("2025-10-12", true)]).toEqual([
    "coming",
    "running",
    "past",
    "reopened",
  ]);
  // 23:30 in Paris: the day is Paris's.
  expect(mayReopen(instant("2025-10-10T21:30:00.000Z"), day("2025-10-10"))).toBe(true);
  expect(mayReopen(instant("2025-10-10T22:30:00.000Z"), day("2025-10-10"))).toBe(false);
});
