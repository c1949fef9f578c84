import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import {
  addDays,
  addMonths,
  ageOn,
  day,
  daysBetween,
  eachDay,
  firstOfMonth,
  intersect,
  lastOfMonth,
  maxDay,
  minDay,
  mondayOf,
  monthOf,
  parseDay,
  weekdayOf,
  yearOf,
  type Day,
} from "@/lib/domain/day";
import { anyDay, anyPeriod } from "../support/arbitraries/days";

const everyDay = anyDay("1900-01-01", "2199-12-31");
const plain = (d: Day) => Temporal.PlainDate.from(d);

describe("a day", () => {
  it("exists, or is not parsed (oracle: Temporal)", () => {
    const part = (min: number, max: number) => fc.integer({ min, max });
    fc.assert(
      fc.property(part(1890, 2210), part(0, 13), part(0, 32), (year, month, date) => {
        const pad = (n: number) => String(n).padStart(2, "0");
        const text = `${year}-${pad(month)}-${pad(date)}`;
        let exists = year >= 1900 && year <= 2199;
        try {
          Temporal.PlainDate.from({ year, month, day: date }, { overflow: "reject" });
        } catch {
          exists = false;
        }
        expect(parseDay(text)).toBe(exists ? text : null);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["2028-02-29", true],
    ["2000-02-29", true],
    ["2100-02-29", false],
    ["2026-02-29", false],
    ["2026-02-30", false],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["1899-12-31", false],
    ["1900-01-01", true],
    ["2199-12-31", true],
    ["2200-01-01", false],
    ["2026-1-1", false],
    ["2026-01-01 ", false],
    ["2026-01-01\n", false],
    ["٢٠٢٦-٠١-٠١", false],
    ["x", false],
    ["", false],
  ])("parses %j: %s", (text, exists) => {
    expect(parseDay(text) !== null).toBe(exists);
  });

  it("is a mistake of the code where a literal does not exist", () => {
    expect(() => day("2026-02-30")).toThrow("Not a day: 2026-02-30");
    expect(() => addDays(day("2199-12-31"), 1)).toThrow(RangeError);
    expect(() => addDays(day("1900-01-01"), -1)).toThrow(RangeError);
  });

  it("follows the one before, through three centuries", () => {
    let ms = Date.UTC(1900, 0, 1);
    for (let d = day("1900-01-01"); d < "2199-12-31"; d = addDays(d, 1)) {
      if (d !== new Date(ms).toISOString().slice(0, 10)) throw new Error(`Lost at ${d}`);
      ms += 86_400_000;
    }
    expect(new Date(ms).toISOString().slice(0, 10)).toBe("2199-12-31");
  });

  it("is counted as Temporal counts", () => {
    fc.assert(
      fc.property(everyDay, everyDay, (a, b) => {
        const n = daysBetween(a, b);
        const ours = [n, addDays(a, n), weekdayOf(a), yearOf(a), monthOf(a)];
        const date = plain(a);
        expect([...ours, firstOfMonth(a), lastOfMonth(a)]).toEqual([
          date.until(plain(b), { largestUnit: "days" }).days,
          b,
          date.dayOfWeek,
          date.year,
          date.toPlainYearMonth().toString(),
          date.with({ day: 1 }).toString(),
          date.with({ day: 31 }).toString(),
        ]);
      }),
      { numRuns: 1000 },
    );
    const [earlier, later] = [day("2026-02-28"), day("2026-03-01")];
    expect([minDay(later, earlier), minDay(earlier, later)]).toEqual([earlier, earlier]);
    expect([maxDay(later, earlier), maxDay(earlier, later)]).toEqual([later, later]);
  });

  it("moves by months as Temporal moves, clamped to the month's end", () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -600, max: 600 }), (d, n) => {
        expect(addMonths(d, n)).toBe(plain(d).add({ months: n }).toString());
      }),
      { numRuns: 2000 },
    );
    expect(addMonths(day("2027-01-31"), 1)).toBe("2027-02-28");
    expect(addMonths(day("2028-01-31"), 1)).toBe("2028-02-29");
    expect(addMonths(day("2027-01-31"), -2)).toBe("2026-11-30");
  });

  it("belongs to the week of its Monday", () => {
    fc.assert(
      fc.property(anyDay(), (d) => {
        const monday = mondayOf(d);
        expect([weekdayOf(monday), daysBetween(monday, d), plain(monday).weekOfYear]).toEqual([
          1,
          weekdayOf(d) - 1,
          plain(d).weekOfYear,
        ]);
      }),
      { numRuns: 800 },
    );
  });

  it.each([2004, 2009, 2015, 2020, 2026, 2032, 2037])("%i has 53 weeks", (year) => {
    const firstMonday = mondayOf(day(`${year}-01-04`));
    const nextFirstMonday = mondayOf(day(`${year + 1}-01-04`));
    expect(daysBetween(firstMonday, nextFirstMonday)).toBe(53 * 7);
    expect(mondayOf(day(`${year}-12-31`))).toBe(addDays(nextFirstMonday, -7));
  });
});

describe("a period", () => {
  it("holds both its ends and every day between, once", () => {
    fc.assert(
      fc.property(anyPeriod(), (period) => {
        const days = eachDay(period);
        expect(days[0]).toBe(period.from);
        expect(days.at(-1)).toBe(period.to);
        expect(days).toHaveLength(daysBetween(period.from, period.to) + 1);
        expect([...new Set(days)].sort()).toEqual(days);
      }),
      { numRuns: 200 },
    );
    expect(eachDay({ from: day("2026-09-02"), to: day("2026-09-01") })).toEqual([]);
  });

  it("shares with another the days that both hold", () => {
    fc.assert(
      fc.property(
        anyPeriod(60, "2026-01-01", "2026-03-01"),
        anyPeriod(60, "2026-01-01", "2026-03-01"),
        (a, b) => {
          const inB = new Set(eachDay(b));
          const shared = intersect(a, b);
          expect(shared === null ? [] : eachDay(shared)).toEqual(
            eachDay(a).filter((d) => inB.has(d)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

test.each([
  ["2019-11-27", "2026-11-26", 6],
  ["2019-11-27", "2026-11-27", 7],
  ["2020-02-29", "2027-02-28", 6],
  ["2020-02-29", "2027-03-01", 7],
  ["2026-11-27", "2026-11-27", 0],
])("born on %s, on %s: %i", (birthDate, on, age) => {
  expect(ageOn(day(birthDate), day(on))).toBe(age);
});
